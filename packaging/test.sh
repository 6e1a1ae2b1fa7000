#!/usr/bin/env bash
# Checks everything: format, lints, documentation, tests with their pictures and the completeness of the
# rule data, the packages, a start of the window, and its use by an assistive program.
#
#   packaging/test.sh
#
# On Debian and Ubuntu it first installs the packages that are missing. The window is drawn on a
# display of its own (Xvfb) and reads and writes no preferences or drafts of yours.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "${build_packages[@]}" "${window_packages[@]}" "${assistive_packages[@]}" \
    "${paper_packages[@]}" "${printing_packages[@]}" "${package_packages[@]}" \
    "${windows_packages[@]}" xauth xvfb
command -v xvfb-run >/dev/null || fail "xvfb-run is missing: install Xvfb"

find_cargo
for tool in fmt clippy; do
    if ! cargo "$tool" --version >/dev/null 2>&1; then
        command -v rustup >/dev/null || fail "cargo $tool is missing: install rustfmt and clippy"
        say "Adding rustfmt and clippy to the toolchain"
        rustup component add rustfmt clippy
        break
    fi
done

cd "$root"

say "Format"
cargo fmt --all --check

say "Lints"
cargo clippy --all-targets --locked -- -D warnings

say "Documentation"
RUSTDOCFLAGS="${RUSTDOCFLAGS:-} -D warnings" cargo doc --no-deps --locked

say "Tests"
cargo test --locked

target=$(target_folder)

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cargo build --quiet --locked
program=$target/debug/esu-planner

say "Rule data by the command line"
# That of all programmes is among the tests.
"$program" verify --programme ended-programmes | tail -n 2

say "Packages"
packaging/test-packages.sh "$program"
packaging/test-windows.sh

say "Tags of the PDFs"
# Debian's Python: pikepdf is installed for no other.
/usr/bin/python3 -c 'import pikepdf' || fail "install python3-pikepdf"
command -v qpdf >/dev/null || fail "install qpdf"
for sample in mixed-estate mixed-estate-2026 half-filled embedded-retailer; do
    for language in en pl; do
        for paper in a4 letter; do
            "$program" plan "assets/samples/$sample.esu" --format pdf --lang "$language" \
                --paper "$paper" -o "$home/$sample.$language.$paper.pdf"
        done
    done
done
/usr/bin/python3 tests/paper/check_tags.py "$home"/*.pdf
for pdf in "$home"/*.pdf; do
    qpdf --check "$pdf" >/dev/null || fail "qpdf finds $pdf broken"
done

say "Start of the window"
# Starts the window on a display of its own, with empty preferences, and prints what it says.
start_window() {
    rm -rf "${home:?}"/*
    env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET -u ESU_PLANNER_RENDERER -u WGPU_BACKEND \
        XDG_CACHE_HOME="$home/cache" XDG_CONFIG_HOME="$home/config" \
        XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" \
        timeout 300 xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24" \
        "$program" "$@" </dev/null
}

# Says which renderer drew the window; fails where none did, or another than expected.
drawn_with() {
    local expected=$1
    shift
    local drawn
    drawn=$(start_window --smoke-test "$@") || fail "the window did not draw its first frames: $*"
    [[ $drawn == "window drawn with "*"$expected"* ]] || fail "$* drew otherwise: $drawn"
    printf '%s: %s\n' "${*:-no option}" "$drawn"
}

drawn_with "" assets/samples/mixed-estate.esu
drawn_with Vulkan --renderer vulkan
drawn_with "OpenGL (wgpu)" --renderer gl
drawn_with OpenGL --renderer glow
drawn_with software --renderer software
drawn_with "OpenGL, software" --renderer software-gl
# What this system has not is told, and another draws.
drawn_with "" --renderer metal
# Where one way has failed the next one draws.
drawn_with OpenGL --failed=software=tried --failed=vulkan=tried --failed=gl=tried

if start_window --renderer teapot 2>"$home.err"; then
    fail "a renderer that does not exist was taken"
fi
grep -q "possible values: auto, vulkan" "$home.err" || fail "$(cat "$home.err")"

say "Without a display"
code=0
said=$(env -u DISPLAY -u WAYLAND_DISPLAY -u WAYLAND_SOCKET XDG_CONFIG_HOME="$home/config" \
    XDG_STATE_HOME="$home/state" timeout 60 "$program" 2>&1 </dev/null) || code=$?
[[ $code == 2 && $said == *"esu-planner plan FILE"* ]] || fail "exit code $code: $said"
printf '%s\n' "$said"

say "Loss of the graphics device"
# The second start is told to draw and close; it has the work of the first.
said=$(start_window --smoke-test --lose-device-after 1 --renderer software \
    assets/samples/mixed-estate.esu 2>/dev/null) || fail "the lost device ended the program: $said"
[[ $said == "window drawn with"* ]] || fail "the lost device ended the window: $said"
printf '%s\n' "$said"
rm -f "$home.err"

say "Exports"
# Debian's Python: the parsers are installed for no other.
if [[ -x /usr/bin/python3 ]] && /usr/bin/python3 -c "import html5lib, icalendar, vobject" 2>/dev/null; then
    for profile in assets/samples/*.esu; do
        for lang in en pl; do
            name=$home/exports/$(basename "$profile" .esu)-$lang
            mkdir -p "$name"
            for format in ics html csv; do
                "$program" plan "$profile" --format "$format" --lang "$lang" -o "$name/plan.$format"
            done
            "$program" letters "$profile" --format mail --lang "$lang" -o "$name" >/dev/null
        done
    done
    /usr/bin/python3 tests/paper/check_exports.py "$home/exports" ||
        fail "another program reads an export otherwise"
    rm -rf "${home:?}/exports"
else
    say "Skipped: it needs Debian's packages ${paper_packages[*]}"
fi

say "Without eyes"
has_atspi='import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi'
if [[ -x /usr/bin/python3 ]] && /usr/bin/python3 -c "$has_atspi" 2>/dev/null &&
    command -v dbus-run-session xdotool >/dev/null; then
    # Debian's Python: gi is installed for no other.
    env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET \
        timeout --kill-after=10 900 xvfb-run --auto-servernum \
        --server-args="-screen 0 1440x900x24 -noreset" \
        dbus-run-session -- /usr/bin/python3 tests/assistive/read_and_fill.py \
        "$program" </dev/null ||
        fail "an assistive program could not fill a profile and read its plan"
else
    say "Skipped: it needs Debian's packages ${assistive_packages[*]}"
fi

say "All checks passed"
