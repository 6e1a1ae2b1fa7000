#!/usr/bin/env bash
# Checks everything: format, lints, documentation, tests with their pictures, the rule data, a start
# of the window, and its use by an assistive program.
#
#   packaging/test.sh
#
# On Debian and Ubuntu it first installs the packages that are missing. The window is drawn on a
# display of its own (Xvfb) and reads and writes no preferences or drafts of yours.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "${build_packages[@]}" "${window_packages[@]}" "${assistive_packages[@]}" xauth xvfb
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

say "Rule data"
cargo run --quiet --locked -- verify

target=$(cargo metadata --no-deps --format-version 1 --locked |
    sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')

say "Start of the window"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
drawn=$(
    env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET \
        XDG_CACHE_HOME="$home/cache" XDG_CONFIG_HOME="$home/config" \
        XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" \
        timeout 300 xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24" \
        cargo run --quiet --locked -- --smoke-test assets/samples/mixed-estate.esu </dev/null
) || fail "the window did not draw its first frame"
if [[ -z $drawn ]]; then
    fail "the window said nothing about its first frame"
fi
printf '%s\n' "$drawn"

say "Without eyes"
if [[ -x /usr/bin/python3 ]] && /usr/bin/python3 -c 'import pyatspi' 2>/dev/null &&
    command -v dbus-run-session xdotool >/dev/null; then
    # Debian's Python: pyatspi is installed for no other.
    env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET \
        timeout --kill-after=10 900 xvfb-run --auto-servernum \
        --server-args="-screen 0 1440x900x24 -noreset" \
        dbus-run-session -- /usr/bin/python3 tests/assistive/read_and_fill.py \
        "$target/debug/esu-planner" </dev/null ||
        fail "an assistive program could not fill a profile and read its plan"
else
    say "Skipped: it needs Debian's packages ${assistive_packages[*]}"
fi

say "All checks passed"
