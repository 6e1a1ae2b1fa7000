# What run.sh and test.sh share. Sourced by them, not run by itself.
# shellcheck shell=bash disable=SC2034

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The linker and a small piece of C that the build needs.
build_packages=(gcc libc6-dev)

# What the window loads when it starts: X11 or Wayland, keyboard layouts, OpenGL and Vulkan, the
# last two with Mesa's software renderers. Nothing of it is needed to build.
window_packages=(
    libegl1
    libgl1
    libgl1-mesa-dri
    libvulkan1
    libwayland-client0
    libwayland-egl1
    libx11-6
    libx11-xcb1
    libxcb1
    libxcursor1
    libxi6
    libxkbcommon-x11-0
    libxkbcommon0
    mesa-vulkan-drivers
)

# What an assistive program on Linux needs: the bus it reads over, its library, and a keyboard.
assistive_packages=(at-spi2-core dbus dbus-daemon gir1.2-atspi-2.0 python3-gi xdotool)

# What reads the exports as other programs do: poppler and pikepdf the PDFs, with their tags.
paper_packages=(
    poppler-utils
    python3-html5lib
    python3-icalendar
    python3-pikepdf
    python3-vobject
    qpdf
)

# What the tests of printing need: a CUPS and a printer to start on the loopback address, clients that
# are not ours, and readers of PDF.
printing_packages=(
    cups-client
    cups-daemon
    cups-filters
    cups-ipp-utils
    dbus-daemon
    poppler-utils
    python3-gi
)

# What makes the packages, and what the distributions check theirs with.
package_packages=(
    appstream
    binutils
    desktop-file-utils
    dpkg-dev
    fish
    lintian
    man-db
    python3
    rpm
    shared-mime-info
    zsh
)

# What makes and checks the packages for Windows, with programs of a few lines in place of the real ones.
windows_packages=(
    binutils-mingw-w64-x86-64
    gcc-mingw-w64-x86-64-win32
    mingw-w64-x86-64-dev
    msitools
    openssl
    osslsigncode
    wixl
)

say() {
    printf '==> %s\n' "$*"
}

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# What a part of a release ends with where this system can't make it.
not_here=3

# Installs those of the named Debian packages that are not there.
install_missing() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "No apt on this system, so nothing is installed. What is needed, by Debian's names:"
        printf '    %s\n' "$*"
        return
    fi

    local package status missing=()
    for package in "$@"; do
        status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
        [[ $status == installed* ]] || missing+=("$package")
    done
    if [[ ${#missing[@]} -eq 0 ]]; then
        return
    fi

    local as_root=(env DEBIAN_FRONTEND=noninteractive)
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || fail \
            "packages are missing, and this is neither root nor is there sudo." \
            "As root: apt-get install ${missing[*]}"
        as_root=(sudo "${as_root[@]}")
    fi
    say "Installing ${missing[*]}"
    "${as_root[@]}" apt-get -qq update >/dev/null || say "The package lists could not be brought up to date."
    "${as_root[@]}" apt-get -qq install --yes --no-install-recommends "${missing[@]}" \
        >/dev/null ||
        fail "could not install ${missing[*]}"
}

# Finds cargo, also where rustup put it without the shell knowing.
find_cargo() {
    PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin"
    command -v cargo >/dev/null || fail "cargo is missing: install Rust 1.95 or later"

    # Cargo is started in the project's folder; a relative target folder means the caller's.
    if [[ -n ${CARGO_TARGET_DIR:-} && $CARGO_TARGET_DIR != /* ]]; then
        export CARGO_TARGET_DIR="$PWD/$CARGO_TARGET_DIR"
    fi
}

# The version in Cargo.toml.
cargo_version() {
    sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1
}

# The time that stands in what is made: that of the commit, so that it follows from the sources.
set_epoch() {
    if [[ -z ${SOURCE_DATE_EPOCH:-} ]]; then
        SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null) ||
            fail "this is no git repository: set SOURCE_DATE_EPOCH to the time of the sources"
    fi
    export SOURCE_DATE_EPOCH
}

# Where cargo puts what it builds.
target_folder() {
    (cd "$root" && cargo metadata --no-deps --format-version 1 --locked) |
        sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}

# Flags with which Rust and C write no path of this machine into a program that is built in the
# folder. Flags and settings from outside, and the incremental cache, would change its bytes.
release_flags() {
    local folder=$1 sysroot commit separator=$'\x1f' from to flags=()
    sysroot=$(rustc --print sysroot)
    commit=$(rustc --version --verbose | sed -n 's/^commit-hash: //p')
    # The last that fits is taken, so what lies inside another comes after it.
    local remaps=(
        "${CARGO_HOME:-$HOME/.cargo}=/cargo"
        "$sysroot=/rust"
        "$sysroot/lib/rustlib/src/rust=/rustc/$commit"
        "$root=/esu-planner"
        "$folder=/build"
    )
    local registry
    for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
        [[ -d $registry ]] && remaps+=("$registry=/crates")
    done
    CFLAGS="-g0"
    for from in "${remaps[@]}"; do
        to=${from##*=}
        from=${from%=*}
        flags+=("--remap-path-prefix=$from=$to")
        # As a shell would read it: a path may hold a space.
        CFLAGS+=" $(printf %q "-ffile-prefix-map=$from=$to")"
    done
    CARGO_ENCODED_RUSTFLAGS=$(
        IFS=$separator
        printf '%s' "${flags[*]}"
    )
    CXXFLAGS=$CFLAGS
    export CARGO_ENCODED_RUSTFLAGS CFLAGS CXXFLAGS CARGO_INCREMENTAL=0 CC_SHELL_ESCAPED_FLAGS=1
    unset RUSTFLAGS CARGO_BUILD_TARGET "${!CARGO_PROFILE_@}"
}

# The version of glibc that a program needs.
glibc_of() {
    objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1 | sed 's/^GLIBC_//'
}

# Prints paths of this machine that stand in a file.
paths_inside() {
    local file=$1 folder=$2 path
    [[ -f $file ]] || fail "$file was not built"
    for path in "$root" "$folder" "${HOME:-/root}" "${CARGO_HOME:-$HOME/.cargo}" \
        "$(rustc --print sysroot)"; do
        # A home like /root is also a part of other words: of the names on the accessibility bus.
        [[ $path != /*/* ]] || { grep -aoF -- "$path/" "$file" || true; } | sort | uniq -c
    done
}
