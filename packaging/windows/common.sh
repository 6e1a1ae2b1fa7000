# What the scripts that make the program for Windows share. Sourced by them, not run by itself.
# shellcheck shell=bash disable=SC2034,SC2154

# shellcheck source-path=SCRIPTDIR source=../common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

windows=$root/packaging/windows
target=x86_64-pc-windows-gnu
tools=x86_64-w64-mingw32

# The linker with Windows' import libraries, the compiler of resources and what lists imports.
build_packages=(binutils-mingw-w64-x86-64 gcc-mingw-w64-x86-64-win32 mingw-w64-x86-64-dev python3)

# Writes a file with what stands between @ signs filled in: fill FROM TO NAME=VALUE…
fill() {
    local from=$1 to=$2 pair edits=()
    shift 2
    for pair in "$@"; do
        edits+=(-e "s|@${pair%%=*}@|${pair#*=}|g")
    done
    sed "${edits[@]}" "$from" >"$to"
    ! grep -n '@[A-Z_]*@' "$to" || fail "$from has more to fill in"
}

# Reads the password of the certificate into SIGNING_PASSWORD: typed, or the first line of what is given.
ask_password() {
    [[ ! -t 0 ]] || printf 'Password of the certificate: ' >&2
    read -r -s SIGNING_PASSWORD || true
    [[ ! -t 0 ]] || printf '\n' >&2
}

# The icons of the program and of its files.
make_icons() {
    local name folder=$1
    for name in esu-planner esu-profile; do
        python3 "$windows/ico.py" --out "$folder/$name.ico" \
            "$root/packaging/icons/$name"-{16,24,32,48,64,128,256}.png
    done
}

# Makes the object that holds the icons, the version and the manifest of one program:
# make_resources FOLDER FILE DESCRIPTION VERSION, as FOLDER/FILE.o.
make_resources() {
    local folder=$1 file=$2 description=$3 version=$4
    fill "$windows/esu-planner.manifest.in" "$folder/$file.manifest" "VERSION=${version%%-*}"
    local numbers=${version%%-*},0
    fill "$windows/esu-planner.rc.in" "$folder/$file.rc" "MANIFEST=$file.manifest" \
        "NUMBERS=${numbers//./,}" "VERSION=$version" "FILE=$file" "DESCRIPTION=$description"
    (cd "$folder" && "$tools-windres" --output-format=coff "$file.rc" "$file.o")
}

# Reads the options that zip.sh and msi.sh have in common.
#
#   --programs FOLDER  holds esu-planner.exe and esu-planner.com; without it build.sh builds them
#   --out FOLDER       where the file is written; by default target/packages
#   --version VERSION  instead of the version in Cargo.toml
read_options() {
    programs='' out=$root/target/packages version=$(cargo_version)
    while [[ $# -gt 0 ]]; do
        case $1 in
            --programs) programs=${2:?--programs needs a folder} ;;
            --out) out=${2:?--out needs a folder} ;;
            --version) version=${2:?--version needs a version} ;;
            *) fail "there is no option $1; use --programs, --out or --version" ;;
        esac
        shift 2
    done
    find_cargo
    set_epoch
    mkdir -p "$out"
    out=$(cd "$out" && pwd)
    if [[ -z $programs ]]; then
        "$windows/build.sh"
        programs=$root/target/packages/windows/programs
    fi
    [[ -f $programs/esu-planner.exe && -f $programs/esu-planner.com ]] ||
        fail "esu-planner.exe and esu-planner.com are not in $programs"
    programs=$(cd "$programs" && pwd)
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    umask 022
    export LC_ALL=C TZ=UTC PYTHONDONTWRITEBYTECODE=1
}

# Puts all files that are installed under a folder, and gives them one time.
stage() {
    local folder=$1 file
    mkdir -p "$folder/examples"
    cp "$programs/esu-planner.exe" "$programs/esu-planner.com" "$folder/"
    # Texts as Windows' own editor shows them everywhere: with its line ends.
    for file in CHANGELOG.md LICENSE-APACHE LICENSE-MIT; do
        sed 's/$/\r/' "$root/$file" >"$folder/${file%.md}.txt"
    done
    python3 "$root/packaging/sbom/notices.py" --target "$target" --notices "$work/notices"
    sed 's/$/\r/' "$work/notices" >"$folder/THIRD-PARTY-LICENSES.txt"
    fill "$windows/readme.txt" "$work/readme" "VERSION=$version"
    sed 's/$/\r/' "$work/readme" >"$folder/README.txt"
    cp "$root"/assets/samples/*.esu "$folder/examples/"
    chmod -R u=rwX,go=rX "$folder"
    find "$folder" -exec touch --date="@$SOURCE_DATE_EPOCH" {} +
}
