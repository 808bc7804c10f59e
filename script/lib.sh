# shellcheck shell=bash
# What the scripts of this folder share. Sourced, after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$(basename "$0")

say() { printf '%s: %s\n' "$program" "$*"; }

fail() {
  printf '%s: %s\n' "$program" "$*" >&2
  exit 1
}

# duration SECONDS: for people.
duration() {
  if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); fi
}

# packages_of FILE...: the packages that the files list for this machine, one a line.
packages_of() {
  local here
  here=$(dpkg --print-architecture 2> /dev/null || true)
  sed -e 's/#.*//' -- "$@" | awk -v here="$here" 'NF == 1 || (NF == 2 && $2 == here) { print $1 }'
}

# is_debian: Debian, or a system made from it.
is_debian() {
  [[ -r /etc/os-release ]] || return 1
  local like
  # shellcheck source=/dev/null
  like=$(. /etc/os-release && printf ' %s %s ' "${ID:-}" "${ID_LIKE:-}")
  [[ $like == *" debian "* ]] && command -v apt-get dpkg-query > /dev/null
}

# missing_packages FILE...: those of the files' packages that are not installed. Needs no network.
missing_packages() {
  local -a wanted
  mapfile -t wanted < <(packages_of "$@")
  # dpkg-query fails for a package that it has never heard of, after it has told of the others.
  { dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2> /dev/null || true; } |
    sed -n 's/^installed //p' | sort -u | comm -13 - <(printf '%s\n' "${wanted[@]}" | sort -u)
}

# need_packages FILE...: installs what is missing of the files' packages, or says what to install.
need_packages() {
  is_debian || fail "this is not Debian, so these packages (named as in Debian 12) can't be" \
    "installed from here: $(packages_of "$@" | paste -sd ' '). Install what your system calls" \
    "them and pass --no-install."
  local -a missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    command -v sudo > /dev/null || fail "as root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  local -a get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3)
  mkdir -p "$root/build"
  quietly "$root/build/packages.log" "${get[@]}" update
  quietly "$root/build/packages.log" "${get[@]}" install -y --no-install-recommends "${missing[@]}"
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} == 0)) || fail "still missing: ${missing[*]}"
}

# quietly LOG COMMAND...: keeps what the command prints in LOG, and shows it only if it fails.
quietly() {
  local log=$1 status=0
  shift
  "$@" > "$log" 2>&1 < /dev/null || status=$?
  if ((status != 0)); then
    tail -n 200 -- "$log" >&2
    printf '%s: failed (%d): %s\n' "$program" "$status" "$*" >&2
  fi
  return "$status"
}

# build_jobs: as many compilers at once as there are processors, and 1.5 GB of free memory for each.
build_jobs() {
  local processors available
  processors=$(nproc)
  available=$(awk '$1 == "MemAvailable:" { print int($2 / 1572864) }' /proc/meminfo 2> /dev/null)
  available=${available:-1}
  ((available >= 1)) || available=1
  echo $((available < processors ? available : processors))
}
