#!/usr/bin/env bash
# Makes what a release has for macOS: a disk image with the app, and bills of materials.
#
#   packaging/macos/release.sh --out FOLDER --version VERSION
#       [--target TARGET] [--sign IDENTITY] [--notarize PROFILE]
#
# THIS WAS NEVER RUN ON A MAC, so expect to mend it there; see also bundle.sh. Its steps were gone through
# on Linux with stand-ins for Apple's tools, which says nothing of what those would answer. It needs a Mac
# with Xcode's command line tools and rustup. packaging/release.sh is for Linux and only calls this: on a
# Mac call it yourself.
#
# IDENTITY is a certificate in the keychain, such as "Developer ID Application: Name (TEAM)". Without it
# the app is signed by nobody: it starts where it was made, and on other Macs only after somebody allowed
# it in the system's settings. PROFILE is what `xcrun notarytool store-credentials PROFILE` has kept in
# the keychain; Apple looks the image through, and macOS then opens it without asking.
#
# Two runs don't give the same bytes: hdiutil writes the time and a random number into an image, and
# a signature holds a time.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=../common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

out='' version='' target=universal identity='' profile=''
while [[ $# -gt 0 ]]; do
    case $1 in
        --out) out=${2:?--out needs a folder} ;;
        --version) version=${2:?--version needs a version} ;;
        --target) target=${2:?--target needs a target} ;;
        --sign) identity=${2:?--sign needs an identity} ;;
        --notarize) profile=${2:?--notarize needs a profile of notarytool} ;;
        *) fail "there is no option $1; use --out, --version, --target, --sign or --notarize" ;;
    esac
    shift 2
done
[[ -n $out && -n $version ]] || fail "packaging/macos/release.sh --out FOLDER --version VERSION"
[[ -z $profile || -n $identity ]] || fail "Apple looks only through what is signed: give --sign too"
if [[ $(uname -s) != Darwin ]]; then
    say "The app for macOS is made on a Mac with Xcode's command line tools and rustup, by this script"
    exit "$not_here"
fi

mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
find_cargo
set_epoch
export PYTHONDONTWRITEBYTECODE=1

image=$work/image
"$root/packaging/macos/bundle.sh" --target "$target" --out "$image" --version "$version"
app=$image/ESU\ Planner.app
program=$app/Contents/MacOS/esu-planner
said=$("$program" --version)
[[ $said == "esu-planner $version" ]] || fail "the program says it is $said"

if [[ -n $identity ]]; then
    say "Signing as $identity"
    codesign --force --options runtime --timestamp --sign "$identity" "$app"
else
    say "Signed by nobody"
    codesign --force --sign - "$app"
fi
codesign --verify --strict --verbose=2 "$app"

name=esu-planner-$version-macos-${target%-apple-darwin}
say "Disk image"
# The app is dragged onto it.
ln -s /Applications "$image/Applications"
hdiutil create -quiet -volname "ESU Planner $version" -srcfolder "$image" -fs HFS+ -format UDZO \
    "$work/$name.dmg"
if [[ -n $identity ]]; then
    codesign --timestamp --sign "$identity" "$work/$name.dmg"
fi
if [[ -n $profile ]]; then
    say "Apple looks it through (this takes minutes)"
    xcrun notarytool submit "$work/$name.dmg" --keychain-profile "$profile" --wait
    xcrun stapler staple "$work/$name.dmg"
    spctl --assess --type open --context context:primary-signature --verbose "$work/$name.dmg"
fi

say "Bill of materials, for each of its targets"
targets=("$target")
[[ $target != universal ]] || targets=(aarch64-apple-darwin x86_64-apple-darwin)
for one in "${targets[@]}"; do
    python3 "$root/packaging/sbom/bill.py" --target "$one" --program "$program" \
        --out "$work/esu-planner-$version-macos-${one%-apple-darwin}.cdx.json"
done

mv "$work"/*.dmg "$work"/*.cdx.json "$out/"
say "$out/$name.dmg"
