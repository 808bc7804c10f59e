# Run by cpack over what it packages: names, compression and a copyright file as Debian has them.
file(GLOB_RECURSE share LIST_DIRECTORIES true ${CPACK_TEMPORARY_DIRECTORY}/*/share)
list(FILTER share INCLUDE REGEX "/usr/share$")
set(doc ${share}/doc/crossroads)

file(REMOVE ${doc}/LICENSE)
file(WRITE ${doc}/copyright "\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: crossroads

Files: *
Copyright: the authors of Crossroads
License: Apache-2.0
 Its text is in /usr/share/common-licenses/Apache-2.0.

Files: usr/share/crossroads/ontology/*
Copyright: the authors of Crossroads
License: CC-BY-4.0
 Its text is at https://creativecommons.org/licenses/by/4.0/.
 .
 The English words in the library and the program are from SCOWL; its notices are in LICENSE.words,
 in this folder.
")
file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
execute_process(COMMAND gzip -9n ${doc}/changelog ${share}/man/man1/crossroads.1
  COMMAND_ERROR_IS_FATAL ANY)
