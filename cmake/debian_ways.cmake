# Run by cpack over what it packages: names and compression as Debian has them.
file(GLOB_RECURSE share LIST_DIRECTORIES true ${CPACK_TEMPORARY_DIRECTORY}/*/share)
list(FILTER share INCLUDE REGEX "/usr/share$")
file(RENAME ${share}/doc/crossroads/LICENSE ${share}/doc/crossroads/copyright)
file(RENAME ${share}/doc/crossroads/CHANGELOG.md ${share}/doc/crossroads/changelog)
file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
execute_process(COMMAND gzip -9n ${share}/man/man1/crossroads.1 ${share}/doc/crossroads/changelog
  COMMAND_ERROR_IS_FATAL ANY)
