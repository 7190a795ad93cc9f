#!/bin/sh
# Whether the program runs on a Debian older than the one it was built on, and prints the same there: by hand, as root.
#
#   tests/support/on_debian_11.sh [FOLDER]
#
# FOLDER keeps the system between runs; without it one is made and removed. Needs debootstrap and a mirror of Debian
# (MIRROR, or debootstrap's own), some 250 MB and a few minutes.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
binary=$root/build/release/bin/martech-audit
system=${1:-}
if [ -z "$system" ]; then
  system=$(mktemp -d)
  trap 'rm -rf "$system"' EXIT
fi
if [ ! -e "$system/etc/debian_version" ]; then
  debootstrap --variant=minbase bullseye "$system" ${MIRROR:+"$MIRROR"} >&2
fi

rm -rf "$system/audit"
mkdir "$system/audit"
cp -r "$binary" "$root/examples" "$system/audit/"
for format in text json html markdown sarif csv; do
  set -- scan examples/retailer/inventory.yaml --as-of 2026-11-30 --exit-zero -f "$format"
  (cd "$root" && "$binary" "$@") > "$system/audit/here" 2>&1
  chroot "$system" sh -c 'cd /audit && ./martech-audit "$@" 2>&1' sh "$@" | cmp - "$system/audit/here"
done
zone="timestamp('2024-06-30T22:30:00Z').getHours('Europe/Berlin')"
[ "$(chroot "$system" /audit/martech-audit eval "$zone")" = 0 ]
echo "the same on Debian $(cat "$system/etc/debian_version")"
