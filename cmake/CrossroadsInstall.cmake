# What `cmake --install` and `cpack` give: the program with its man page and completions, the library
# with its headers for find_package(crossroads), and our ontology.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(CROSSROADS_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/crossroads)
install(TARGETS crossroads_cli)
install(TARGETS crossroads EXPORT crossroads INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/ TYPE INCLUDE)
install(EXPORT crossroads
  NAMESPACE crossroads:: FILE crossroadsTargets.cmake DESTINATION ${CROSSROADS_CMAKE_DIR})
write_basic_package_version_file(crossroadsConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/crossroadsConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/crossroadsConfigVersion.cmake
  DESTINATION ${CROSSROADS_CMAKE_DIR})

install(DIRECTORY ontology/ DESTINATION ${CMAKE_INSTALL_DATADIR}/crossroads/ontology
  FILES_MATCHING PATTERN *.xml)
install(FILES CHANGELOG.md LICENSE LICENSE.words README.md TYPE DOC)
install(FILES ontology/FORMAT.md TYPE DOC RENAME ontology-format.md)
install(FILES graphs/FORMAT.md TYPE DOC RENAME graph-format.md)

# crossroads_description(FORM FILE FOLDER): what the program itself writes of its commands.
function(crossroads_description form file folder)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/description/${file})
  add_custom_command(OUTPUT ${output}
    COMMAND crossroads_cli describe ${form} -o ${output} DEPENDS crossroads_cli VERBATIM)
  add_custom_target(crossroads_description_${form} ALL DEPENDS ${output})
  install(FILES ${output} DESTINATION ${folder})
endfunction()
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/description)
crossroads_description(man crossroads.1 ${CMAKE_INSTALL_MANDIR}/man1)
crossroads_description(bash crossroads ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
crossroads_description(zsh _crossroads ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
crossroads_description(fish crossroads.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

if(PROJECT_IS_TOP_LEVEL)
  include(CrossroadsPackage)
endif()
