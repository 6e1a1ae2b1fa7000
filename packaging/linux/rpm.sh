#!/usr/bin/env bash
# Makes the RPM package, for Fedora, openSUSE and their kin.
#
#   packaging/linux/rpm.sh [--program FILE] [--out FOLDER] [--version VERSION]
#
# Without --program it builds the program first. What the window loads is required by the names of
# the libraries, which are the same in all distributions. The same program and sources give the same
# bytes with the same rpmbuild.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need rpmbuild:rpm python3:python3
zsh_folder=site-functions
read_options "$@"

tree=$work/tree
stage "$tree"
licences=$tree/usr/share/licenses/esu-planner
mkdir -p "$licences"
mv "$tree/usr/share/doc/esu-planner/THIRD-PARTY-LICENSES.txt" "$licences"
put "$root/LICENSE-APACHE" "$licences/LICENSE-APACHE"
put "$root/LICENSE-MIT" "$licences/LICENSE-MIT"
put "$root/CHANGELOG.md" "$tree/usr/share/doc/esu-planner/CHANGELOG.md"
level "$tree"

bits=
[[ $(uname -m) != *64* ]] || bits='()(64bit)'
{
    printf 'Name: esu-planner\nVersion: %s\nRelease: 1\n' "${version/-/\~}"
    printf 'Summary: Planner for Microsoft Extended Security Updates\n'
    printf 'License: %s\n' "$(cat "$work/licence-expression")"
    [[ -z ${PROJECT_URL:-} ]] || printf 'URL: %s\n' "$PROJECT_URL"
    [[ -z ${PACKAGE_MAINTAINER:-} ]] || printf 'Packager: %s\n' "$PACKAGE_MAINTAINER"
    printf "Requires: %s$bits\n" "${window_libraries[@]}"
    printf "Requires: (%s)\n" "$(join ' or ' "${drawing_libraries[@]/%/$bits}")"
    printf "Recommends: %s$bits\n" "${drawing_libraries[@]}" "${desktop_libraries[@]}"
    printf 'Recommends: mesa-dri-drivers\nRecommends: mesa-vulkan-drivers\n'
    printf 'Suggests: at-spi2-core\nSuggests: xdg-desktop-portal\n'
    printf '\n%%description\n'
    sed -e 1d -e 's/^ \.$//' -e 's/^ //' "$linux/deb-description"
    printf '\n%%install\ncp -a "%%{staged}/usr" "%%{buildroot}/"\n'
    printf '\n%%files\n'
    printf '%%license /usr/share/licenses/esu-planner\n%%doc /usr/share/doc/esu-planner\n'
    # Folders that other packages own are not listed.
    (cd "$tree" && find usr -type f ! -path 'usr/share/doc/*' ! -path 'usr/share/licenses/*' \
        -printf '/%p\n' | sort)
    printf '\n%%changelog\n* %s %s - %s-1\n- What changed is told in CHANGELOG.md.\n' \
        "$(date --date="@$SOURCE_DATE_EPOCH" '+%a %b %d %Y')" "$maintainer" "${version/-/\~}"
} >"$work/esu-planner.spec"

compression=w7.xzdio
[[ -z $quick ]] || compression=w1.zstdio
# The program stays as it was built and checked; the time and the name of this machine stay out.
rpmbuild -bb --quiet --noclean "$work/esu-planner.spec" \
    --define "_topdir $work/rpm" \
    --define "_rpmdir $work/made" \
    --define "staged $tree" \
    --define "debug_package %{nil}" \
    --define "__os_install_post %{nil}" \
    --define "_build_id_links none" \
    --define "_buildhost reproducible" \
    --define "use_source_date_epoch_as_buildtime 1" \
    --define "clamp_mtime_to_source_date_epoch 1" \
    --define "source_date_epoch_from_changelog 0" \
    --define "_binary_payload $compression" \
    --define "optflags -O2" \
    >"$work/rpmbuild" 2>&1 || fail "rpmbuild: $(cat "$work/rpmbuild")"
made=$(find "$work/made" -name '*.rpm')
package=$out/$(basename "$made")
mv "$made" "$package"
say "$package"
