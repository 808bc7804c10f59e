# crossroads_word_list(TARGET): the English words that tell a broken word from a compound, from the
# lists of Debian's wamerican and wbritish (SCOWL), as a source of TARGET. Needed to build only.
set(CROSSROADS_WORD_LISTS /usr/share/dict/american-english /usr/share/dict/british-english
  CACHE STRING "Lists of English words, one a line")

function(crossroads_word_list target)
  foreach(list IN LISTS CROSSROADS_WORD_LISTS)
    if(NOT EXISTS ${list})
      message(FATAL_ERROR "No word list ${list}: install wamerican and wbritish, "
        "or name other lists with -DCROSSROADS_WORD_LISTS=FILE;FILE")
    endif()
  endforeach()
  add_executable(make_word_list ${PROJECT_SOURCE_DIR}/cmake/make_word_list.cpp)
  target_compile_features(make_word_list PRIVATE cxx_std_20)
  set(source ${PROJECT_BINARY_DIR}/word_list_data.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND make_word_list ${source} ${CROSSROADS_WORD_LISTS}
    DEPENDS make_word_list ${CROSSROADS_WORD_LISTS} VERBATIM)
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES SKIP_LINTING ON)
endfunction()
