#!/bin/sh
# Instructions an evaluation: what ten thousand more of them cost under valgrind, which no other load on the machine
# changes. Usage: count_instructions.sh CEL_REPEAT
set -eu

total() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" "$2" "$3" 2>&1 >/dev/null |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

for letter in a b c; do
  few=$(total "$1" "$letter" 10000)
  many=$(total "$1" "$letter" 20000)
  printf 'evaluate_%s: %d instructions\n' "$letter" $(((many - few) / 10000))
done
