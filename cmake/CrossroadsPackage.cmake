# `cpack` makes a Debian package of what is installed.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME crossroads)
set(CPACK_PACKAGE_CONTACT "Crossroads maintainers <crossroads@users.noreply.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "concept graphs that can be checked")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Crossroads turns a hand-curated ontology and a corpus of real reports into a\n\
concept graph that can be checked: every edge says where it comes from, a\n\
curator and a source, or passages that can be read at their place. No model is\n\
trained, nothing leaves the machine, and the same input gives the same bytes.\n\
\n\
This package has the program, the static library with its headers, and an\n\
ontology of peace operations.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_ways.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
# Graphviz loads its layouts and pictures at run time, from the package of libgvc itself; the font is
# the one that maps are drawn with.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-dejavu-core)
# PDF, HTML and office files are read by programs of these.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "pandoc, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
  "graphviz, libboost-dev, libfmt-dev, libgraphviz-dev, libicu-dev, libssl-dev, libzip-dev")
include(CPack)
