# What comes with the executable (completion scripts and the manual page, both written by it), and the Debian package:
#   cmake --build build && (cd build && cpack -G DEB)

set(extras ${CMAKE_BINARY_DIR}/extras)
set(completions "")
foreach(pair IN ITEMS bash:chancheck zsh:_chancheck fish:chancheck.fish)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 shell)
  list(GET pair 1 name)
  add_custom_command(OUTPUT ${extras}/${shell}/${name}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${extras}/${shell}
    COMMAND chancheck completion ${shell} > ${extras}/${shell}/${name}
    DEPENDS chancheck VERBATIM)
  list(APPEND completions ${extras}/${shell}/${name})
endforeach()
add_custom_command(OUTPUT ${extras}/chancheck.1
  COMMAND ${CMAKE_COMMAND} -E make_directory ${extras}
  COMMAND chancheck man > ${extras}/chancheck.1
  DEPENDS chancheck VERBATIM)
add_custom_target(extras ALL DEPENDS ${completions} ${extras}/chancheck.1)

install(FILES ${extras}/bash/chancheck DESTINATION share/bash-completion/completions)
install(FILES ${extras}/zsh/_chancheck DESTINATION share/zsh/vendor-completions)
install(FILES ${extras}/fish/chancheck.fish DESTINATION share/fish/vendor_completions.d)
install(FILES ${extras}/chancheck.1 DESTINATION share/man/man1)
install(FILES README.md DESTINATION share/doc/chancheck)
install(FILES LICENSE DESTINATION share/doc/chancheck RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_VENDOR chancheck)
set(CPACK_PACKAGE_CONTACT "chancheck <chancheck@example.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "model checker for the concurrency of Go programs")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
find_program(dpkg_shlibdeps dpkg-shlibdeps)
if(dpkg_shlibdeps)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
else()
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "libc6, libgcc-s1, libstdc++6, libfmt${fmt_VERSION_MAJOR}")
endif()
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "golang-go, git")
include(CPack)
