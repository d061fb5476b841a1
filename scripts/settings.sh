# Settings that every script shares; to be sourced, not run.
#
# The flags stand here once, because a build whose flags change from step to step starts over.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Warnings are errors by Package.swift; this adds that a target may import only what its arrows name.
swift_flags=(--explicit-target-dependency-import-check error)

debug_program="$PWD/.build/debug/rettid"
release_program="$PWD/.build-release/release/rettid"
chromium=/usr/bin/chromium

say() {
    printf '\n== %s\n' "$*"
}

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Runs a command for at most so many minutes, then interrupts it: `swift test` ends its test process on an
# interrupt, but leaves it behind on a termination. Without a terminal all children are told; with one they stay in the
# terminal's group, so that Ctrl-C reaches them.
limited() {
    local minutes=$1 options=(--signal=INT --kill-after=30s)
    shift
    [[ -t 0 ]] && options+=(--foreground)
    timeout "${options[@]}" "${minutes}m" "$@"
}
