# crossroads_target(NAME): what every target of ours has in common. Warnings are for us: a project
# that adds Crossroads to its own build sees none of them as errors.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

function(crossroads_target name)
  target_compile_features(${name} PUBLIC cxx_std_20)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${name} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Wcast-align -Wunused
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wuseless-cast>
    # g++ 12 finds overlaps and overflows in std::string that are none (GCC bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict
    -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds>
    $<$<BOOL:${CROSSROADS_WARNINGS_AS_ERRORS}>:-Werror>
    # What users get does not tell where it was built.
    $<$<NOT:$<CONFIG:Debug>>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=>)
  if(CROSSROADS_SANITIZE)
    target_compile_options(${name} PUBLIC
      -fsanitize=${CROSSROADS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${name} PUBLIC -fsanitize=${CROSSROADS_SANITIZE})
  endif()
endfunction()
