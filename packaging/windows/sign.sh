#!/usr/bin/env bash
# Signs programs and installers, in their place.
#
#   packaging/windows/sign.sh --certificate FILE.pfx [--timestamp URL] FILE…
#   packaging/windows/sign.sh --pkcs11 MODULE --certificate FILE.pem --key URI [--timestamp URL] FILE…
#
# The first is for a certificate with its key in one file, the second for a key that does not leave its
# card or service: MODULE is the library of its maker, URI names the key ("pkcs11:…"), FILE.pem is the
# certificate with those above it. The password or PIN is the variable SIGNING_PASSWORD, or else the
# first line of standard input; it never stands in a list of processes.
#
# Without a time of a service (--timestamp URL, after RFC 3161, is what the giver of the certificate
# names) a signature counts only as long as the certificate does. It needs a network then, and no two
# signatures have the same bytes.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

certificate='' module='' key='' timestamp=()
while [[ $# -gt 0 && $1 == --* ]]; do
    case $1 in
        --certificate) certificate=${2:?--certificate needs a file} ;;
        --pkcs11) module=${2:?--pkcs11 needs a library} ;;
        --key) key=${2:?--key needs the name of a key} ;;
        --timestamp) timestamp=(-ts "${2:?--timestamp needs an address}") ;;
        *) fail "there is no option $1; use --certificate, --pkcs11, --key or --timestamp" ;;
    esac
    shift 2
done
[[ $# -gt 0 ]] || fail "name what is to be signed"
[[ -f $certificate ]] || fail "name the certificate: --certificate FILE"
[[ -z $module || -n $key ]] || fail "name the key: --key pkcs11:…"
install_missing osslsigncode ${module:+libengine-pkcs11-openssl}
with=(-pkcs12 "$certificate")
[[ -z $module ]] || with=(-pkcs11module "$module" -certs "$certificate" -key "$key")
if [[ -z ${SIGNING_PASSWORD+set} ]]; then
    ask_password
fi
# Whoever signs without a password gives an empty one.
[[ -z $SIGNING_PASSWORD ]] || with+=(-readpass -)

for file in "$@"; do
    kind=()
    [[ $file != *.msi ]] || kind=(-add-msi-dse)
    rm -f "$file.signed"
    printf '%s' "$SIGNING_PASSWORD" | osslsigncode sign "${with[@]}" -h sha256 \
        -n "ESU Planner" "${timestamp[@]}" "${kind[@]}" -in "$file" -out "$file.signed" >/dev/null ||
        fail "$file could not be signed"
    chmod --reference="$file" "$file.signed"
    mv "$file.signed" "$file"
    say "Signed $file"
done
