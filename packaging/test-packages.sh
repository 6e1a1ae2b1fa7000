#!/usr/bin/env bash
# Checks what the packages are made of, in less than a minute: the quick half of packaging/linux/show.sh,
# and what can be checked of the app for macOS elsewhere.
#
#   packaging/test-packages.sh [PROGRAM]
#
# PROGRAM is by default the debug build in target/debug; what is checked does not depend on how it was
# built. A checker that this system has not is told and left out.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=linux/common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/linux/common.sh"

program=${1:-${CARGO_TARGET_DIR:-$root/target}/debug/esu-planner}
[[ -x $program ]] || fail "$program is missing: cargo build"
home=$(mktemp -d)
trap clean EXIT
clean() {
    # shellcheck disable=SC2046
    kill $(jobs -p) 2>/dev/null || true
    wait
    rm -rf "$home"
}
export PYTHONDONTWRITEBYTECODE=1

# Runs a checker where it is there.
checked() {
    if command -v "$1" >/dev/null; then
        "$@" || fail "$*"
        printf 'ok: %s\n' "$1"
    else
        printf 'left out: %s is missing\n' "$1"
    fi
}

# Debug information would only make this slow.
strip --strip-all -o "$home/esu-planner" "$program"
program=$home/esu-planner

say "Packages, each made twice"
lintian=
for kind in deb:dpkg-shlibdeps rpm:rpmbuild tar:tar; do
    if ! command -v "${kind##*:}" >/dev/null; then
        printf 'left out: %s is missing\n' "${kind##*:}"
        continue
    fi
    "$linux/${kind%%:*}.sh" --quick --program "$program" --out "$home/first" >"$home/first-said" 2>&1 &
    first=$!
    "$linux/${kind%%:*}.sh" --quick --program "$program" --out "$home/second" >"$home/said" 2>&1 ||
        fail "$(cat "$home/said")"
    wait "$first" || fail "$(cat "$home/first-said")"
    # It takes as long as all the rest, so it looks while the rest is done. The spelling of all words in
    # the libraries is not the packages' concern, and looking at it would take as long again.
    if [[ $kind == deb:* ]] && command -v lintian >/dev/null; then
        lintian --dont-check-part binaries/spelling --fail-on error,warning --tag-display-limit 0 \
            "$home"/first/*.deb >"$home/lintian-said" 2>&1 &
        lintian=$!
    fi
done
for made in "$home"/first/*; do
    cmp "$made" "$home/second/${made##*/}" || fail "two runs give different bytes"
    printf 'ok: %s\n' "${made##*/}"
done

tree=$home/tree
mkdir "$tree"
tar --extract --gzip --directory "$tree" --strip-components=1 --file "$home"/first/*.tar.gz
share=$tree/share

say "Libraries that the program loads while it runs"
loaded=("${window_libraries[@]}" "${drawing_libraries[@]}" "${desktop_libraries[@]}")
linked=$(objdump -p "$program" | sed -n 's/^ *NEEDED *//p')
while read -r library; do
    printf '%s\n' "${loaded[@]}" "${unused_libraries[@]}" "$linked" | grep -qxF "$library" ||
        fail "the packages do not know of $library"
done < <(grep -aoE 'lib[A-Za-z0-9_+-]+\.so\.[0-9]+' "$program" | sort -u)
for package in "$home"/first/*.deb; do
    [[ -f $package ]] || continue
    named=$(dpkg-deb --field "$package" Depends Recommends)
    for library in "${loaded[@]}"; do
        # What this system has not can't be asked for its package.
        owner=$(dpkg-query --search "*/$library" 2>/dev/null | sed -n '1s/:.*//p') || true
        [[ -z $owner ]] || grep -qwF "$owner" <<<"$named" || fail "the Debian package does not name $owner"
    done
done
printf 'ok: %s libraries\n' "${#loaded[@]}"

say "Desktop entry, description, file type"
checked desktop-file-validate "$share/applications/esu-planner.desktop"
checked appstreamcli validate --no-net "$share/metainfo/$component.metainfo.xml"
PROJECT_URL=https://example.org PICTURES_URL=https://example.org/pictures SOURCE_DATE_EPOCH=0 \
    python3 "$linux/metainfo.py" --version 1.2.3 --out "$home/$component.metainfo.xml"
checked appstreamcli validate --no-net "$home/$component.metainfo.xml"
grep -qxF "MimeType=$mime_type;" "$share/applications/esu-planner.desktop" ||
    fail "the desktop entry opens other files than $mime_type"
grep -qF "with_app_id(\"$(sed -n 's/^StartupWMClass=//p' "$linux/esu-planner.desktop")\")" \
    "$root/src/app/window.rs" || fail "the window and its desktop entry have different names"
if command -v update-mime-database >/dev/null; then
    XDG_DATA_HOME=$share update-mime-database "$share/mime"
    grep -qxF "50:$mime_type:*.esu" "$share/mime/globs2" || fail "*.esu is not $mime_type"
    for sample in "$tree"/examples/*.esu; do
        # By its name and by what it begins with.
        [[ $(head -c 11 "$sample") == "EsuProfile(" ]] || fail "$sample begins otherwise"
    done
    printf 'ok: update-mime-database\n'
fi
for size in 16 24 32 48 64 128 256 512; do
    icon=$share/icons/hicolor/${size}x$size/apps/esu-planner.png
    # Width and height stand at this place of every PNG.
    [[ $(od -An -tu1 -j16 -N8 "$icon" | awk '{ print $3 * 256 + $4 "x" $7 * 256 + $8 }') == \
        "${size}x$size" ]] || fail "$icon has another size"
done
cmp "$root/assets/icons/app.png" "$share/icons/hicolor/256x256/apps/esu-planner.png" ||
    fail "the window and the menu have different icons"

say "Manual and completions"
for page in "$share"/man/man1/*.1.gz; do
    warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" \
        2>&1 >/dev/null) || fail "$page: $warnings"
    [[ -z $warnings ]] || fail "$page: $warnings"
done
printf 'ok: man\n'
bash -c "source '$share/bash-completion/completions/esu-planner'
    COMP_WORDS=(esu-planner plan --for) COMP_CWORD=2
    _esu__planner esu-planner --for plan
    [[ \${COMPREPLY[*]} == --format ]]" || fail "bash completes otherwise"
printf 'ok: bash\n'
if command -v zsh >/dev/null; then
    zsh -f -c "fpath=('$share/zsh/site-functions' \$fpath); autoload -U compinit
        compinit -D -u && [[ \$_comps[esu-planner] == _esu-planner ]] && autoload +X _esu-planner" ||
        fail "zsh does not load the completions"
    printf 'ok: zsh\n'
fi
if command -v fish >/dev/null; then
    [[ $(fish --no-config -c "source '$share/fish/vendor_completions.d/esu-planner.fish'
        complete -C 'esu-planner plan --form'") == --format* ]] || fail "fish completes otherwise"
    printf 'ok: fish\n'
fi

say "The app for macOS, but for its program"
for time in first second; do
    python3 "$root/packaging/macos/contents.py" --version 1.2.3-rc.1 --out "$home/macos/$time"
done
diff -r "$home/macos/first" "$home/macos/second" || fail "two runs give different bytes"
python3 "$root/packaging/macos/check.py" "$home/macos/first" || fail "see above"
printf 'ok: description and icons\n'

say "Bill of materials"
for time in first second; do
    SOURCE_DATE_EPOCH=0 python3 "$root/packaging/sbom/bill.py" --out "$home/$time.json" \
        --target "$(rustc --version --verbose | sed -n 's/^host: //p')"
done
cmp "$home/first.json" "$home/second.json" || fail "two runs give different bytes"

say "What Debian's checker of packages says"
if [[ -n $lintian ]]; then
    wait "$lintian" || fail "$(cat "$home/lintian-said")"
    cat "$home/lintian-said"
    printf 'ok: lintian\n'
else
    printf 'left out: lintian is missing, or there is no Debian package\n'
fi

say "The packages are as they should be"
