# What the scripts that make Linux packages share. Sourced by them, not run by itself.
# shellcheck shell=bash disable=SC2034,SC2154

# shellcheck source-path=SCRIPTDIR source=../common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

linux=$root/packaging/linux
mime_type=application/vnd.esu-planner.profile
# What software centres know it by.
component=$(sed -n 's|.*<id>\(.*\)</id>.*|\1|p' "$linux/esu-planner.metainfo.xml")

# Who answers for the packages. Nobody else has an address in them.
maintainer=${PACKAGE_MAINTAINER:-ESU Planner authors <esu-planner@localhost>}

# Reads the options that deb.sh, rpm.sh and tar.sh have in common.
#
#   --program FILE     the program; without it packaging/build.sh builds it
#   --out FOLDER       where the package is written; by default target/packages
#   --version VERSION  instead of the version in Cargo.toml
#   --quick            hardly compressed, for tests
read_options() {
    program='' out=$root/target/packages version=$(cargo_version) quick=
    while [[ $# -gt 0 ]]; do
        case $1 in
            --quick)
                quick=yes
                shift
                continue
                ;;
            --program) program=${2:?--program needs a file} ;;
            --out) out=${2:?--out needs a folder} ;;
            --version) version=${2:?--version needs a version} ;;
            *) fail "there is no option $1; use --program, --out, --version or --quick" ;;
        esac
        shift 2
    done
    find_cargo
    set_epoch
    mkdir -p "$out"
    out=$(cd "$out" && pwd)
    if [[ -z $program ]]; then
        "$root/packaging/build.sh" "$root/target/packages/build"
        program=$root/target/packages/build/release/esu-planner
    fi
    [[ -x $program ]] || fail "$program is no program"
    program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
    target=$(rustc --version --verbose | sed -n 's/^host: //p')
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    umask 022
    export LC_ALL=C TZ=UTC PYTHONDONTWRITEBYTECODE=1
}

# Fails with the names of tools that are missing, and the Debian packages that have them.
need() {
    local tool missing=()
    for tool in "$@"; do
        command -v "${tool%%:*}" >/dev/null || missing+=("${tool%%:*} (package ${tool##*:})")
    done
    [[ ${#missing[@]} -eq 0 ]] || fail "missing: ${missing[*]}"
}

# Puts all that is the same in every package under a folder: what systems look for where.
stage() {
    local usr=$1/usr size
    local icons=$usr/share/icons/hicolor doc=$usr/share/doc/esu-planner

    install -D -m 755 "$program" "$usr/bin/esu-planner"
    put "$linux/esu-planner.desktop" "$usr/share/applications/esu-planner.desktop"
    put "$linux/esu-planner.mime.xml" "$usr/share/mime/packages/esu-planner.xml"
    mkdir -p "$usr/share/metainfo"
    python3 "$linux/metainfo.py" --version "$version" \
        --out "$usr/share/metainfo/$component.metainfo.xml"

    for size in 16 24 32 48 64 128 256 512; do
        put "$root/packaging/icons/esu-planner-$size.png" \
            "$icons/${size}x$size/apps/esu-planner.png"
    done
    put "$root/packaging/icons/esu-planner.svg" "$icons/scalable/apps/esu-planner.svg"
    for size in 16 24 32 48 64 128 256; do
        put "$root/packaging/icons/esu-profile-$size.png" \
            "$icons/${size}x$size/mimetypes/${mime_type/\//-}.png"
    done
    put "$root/packaging/icons/esu-profile.svg" \
        "$icons/scalable/mimetypes/${mime_type/\//-}.svg"

    mkdir -p "$work/generated" "$usr/share/man/man1"
    "$program" --generate "$work/generated"
    for size in "$work"/generated/*.1; do
        gzip -9nc "$size" >"$usr/share/man/man1/$(basename "$size").gz"
    done
    put "$work/generated/esu-planner.bash" "$usr/share/bash-completion/completions/esu-planner"
    put "$work/generated/esu-planner.fish" "$usr/share/fish/vendor_completions.d/esu-planner.fish"
    put "$work/generated/_esu-planner" "$usr/share/zsh/$zsh_folder/_esu-planner"

    mkdir -p "$doc/examples"
    # Cargo is asked once: deb.sh and rpm.sh need the licences in forms of their own too.
    python3 "$root/packaging/sbom/notices.py" --target "$target" \
        --notices "$doc/THIRD-PARTY-LICENSES.txt" --copyright "$work/copyright" \
        --expression >"$work/licence-expression"
    for size in "$root"/assets/samples/*.esu; do
        put "$size" "$doc/examples/$(basename "$size")"
    done
}

put() {
    install -D -m 644 "$1" "$2"
}

# Gives all files of a folder the one time and modes that do not depend on who made them.
level() {
    chmod -R u=rwX,go=rX "$1"
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

# What the window loads when it starts, as names of libraries: what fits any distribution.
window_libraries=(
    libX11.so.6
    libX11-xcb.so.1
    libXcursor.so.1
    libXi.so.6
    libwayland-client.so.0
    libxcb.so.1
    libxkbcommon-x11.so.0
    libxkbcommon.so.0
)
# What draws: at least one of them, with a driver.
drawing_libraries=(libEGL.so.1 libGL.so.1 libvulkan.so.1)
# OpenGL under Wayland, and the bus to the desktop's file dialogs. Every desktop has them.
desktop_libraries=(libdbus-1.so.3 libwayland-egl.so.1)
# The program holds their names too, and loads none of them.
unused_libraries=(libXrender.so.1)

# The same by Debian's names; of what draws, any one will do.
deb_depends=(
    libwayland-client0
    libx11-6
    libx11-xcb1
    libxcb1
    libxcursor1
    libxi6
    libxkbcommon-x11-0
    libxkbcommon0
    "libvulkan1 | libegl1 | libgl1"
)
# All ways to draw with Mesa's drivers, also without a graphics card.
deb_recommends=(
    libdbus-1-3
    libegl1
    libgl1
    libgl1-mesa-dri
    libvulkan1
    libwayland-egl1
    mesa-vulkan-drivers
)
# What every desktop has already: its file dialogs, and the bus that screen readers read over.
deb_suggests=(at-spi2-core xdg-desktop-portal)

# The words after the first, with the first between them.
join() {
    local between=$1 joined=$2 word
    shift 2
    for word in "$@"; do
        joined+=$between$word
    done
    printf '%s' "$joined"
}
