# The Debian package, for `cpack --config`: what lies in the folder HARDEN_TREE,
# below /usr. package.sh sets the variables of the environment.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME harden)
set(CPACK_PACKAGE_VERSION $ENV{HARDEN_VERSION})
set(CPACK_PACKAGE_CONTACT "$ENV{HARDEN_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "make container images run without root")
set(CPACK_PACKAGE_DESCRIPTION
"harden reads a Dockerfile and gives back one whose image runs as an
unprivileged user, and is otherwise byte for byte the same. Where it cannot
show that the result will work, it changes nothing and says why.
.
harden check is its gate for CI: it says as whom images run, and what undoes
the isolation of containers in Compose files, Kubernetes manifests and docker
run lines.
.
The program is linked statically and needs no other package.")

# Ready as it is: nothing is built or installed first.
set(CPACK_INSTALLED_DIRECTORIES "$ENV{HARDEN_TREE};/usr")
set(CPACK_PACKAGING_INSTALL_PREFIX "")
set(CPACK_SET_DESTDIR OFF)

set(CPACK_PACKAGE_FILE_NAME harden) # of the folder it works in
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
