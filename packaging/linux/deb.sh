#!/usr/bin/env bash
# Makes the Debian package.
#
#   packaging/linux/deb.sh [--program FILE] [--out FOLDER] [--version VERSION]
#
# Without --program it builds the program first. The libraries that the package needs are those that
# the program is linked with, as dpkg-shlibdeps finds them, and those that its window loads. The same
# program and sources give the same bytes.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need dpkg-deb:dpkg dpkg-shlibdeps:dpkg-dev python3:python3
zsh_folder=vendor-completions
read_options "$@"

tree=$work/debian/esu-planner
stage "$tree"
doc=$tree/usr/share/doc/esu-planner
gzip -9n "$doc/THIRD-PARTY-LICENSES.txt"
gzip -9nc "$root/CHANGELOG.md" >"$doc/changelog.gz"
# A tilde, so that 1.0.0-rc.1 comes before 1.0.0. The revision is that of the packaging.
revision=${version/-/\~}-1
printf 'esu-planner (%s) unstable; urgency=medium\n\n  * What changed is told in changelog.gz.\n\n -- %s  %s\n' \
    "$revision" "$maintainer" "$(date --rfc-email --date="@$SOURCE_DATE_EPOCH")" |
    gzip -9n >"$doc/changelog.Debian.gz"
put "$work/copyright" "$doc/copyright"
put "$linux/lintian-overrides" "$tree/usr/share/lintian/overrides/esu-planner"

architecture=$(dpkg --print-architecture)
mkdir -p "$tree/DEBIAN"
printf 'Source: esu-planner\n\nPackage: esu-planner\nArchitecture: any\n' >"$work/debian/control"
linked=$(cd "$work" && dpkg-shlibdeps -O -edebian/esu-planner/usr/bin/esu-planner |
    sed -n 's/^shlibs:Depends=//p')

(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
{
    printf 'Package: esu-planner\n'
    printf 'Version: %s\n' "$revision"
    printf 'Architecture: %s\n' "$architecture"
    printf 'Maintainer: %s\n' "$maintainer"
    # As Debian counts: each file in whole KiB.
    printf 'Installed-Size: %s\n' "$(find "$tree/usr" -printf '%y %s\n' |
        awk '{ kib += $1 == "f" ? int(($2 + 1023) / 1024) : 1 } END { print kib }')"
    printf 'Depends: %s, %s\n' "$linked" "$(join ', ' "${deb_depends[@]}")"
    printf 'Recommends: %s\n' "$(join ', ' "${deb_recommends[@]}")"
    printf 'Suggests: %s\n' "$(join ', ' "${deb_suggests[@]}")"
    printf 'Section: misc\nPriority: optional\n'
    [[ -z ${PROJECT_URL:-} ]] || printf 'Homepage: %s\n' "$PROJECT_URL"
    cat "$linux/deb-description"
} >"$tree/DEBIAN/control"

level "$tree"
package=$out/esu-planner_${revision}_$architecture.deb
# Several threads would cut the data where their number says.
compression=(-Zxz --threads-max=1)
[[ -z $quick ]] || compression=(-Zgzip -z1)
dpkg-deb --root-owner-group "${compression[@]}" --build "$tree" "$package.part" >/dev/null
mv "$package.part" "$package"
say "$package"
