# The side of `bassin release` that runs on the target, under any POSIX shell with the tools of a
# bare Debian (coreutils for mv -T and sha256sum, util-linux for flock). Nothing is installed
# there: the client passes this text to `sh -c` over SSH (session.py).
#
#   $1  folder of the sites     $2  seconds to wait for another release     $3  releases to keep
#
# The folder holds:
#   releases/ID/   HOST/..., manifest (sha256sum form), sites.caddy, before (the release it replaced)
#   incoming/      what is being sent
#   current        link to the release that is served; the one thing that the web server reads
#   previous       link to the release before, for the assets of pages that are still open
#   switched       rewritten after each switch; the web server's reload watches it
#   .back          link to where an unconfirmed switch goes back to, or to `none`
#
# It reads requests line by line and answers each with one line that starts with `@`. When its
# input ends, for whatever reason, the old release is served again.
set -u
umask 022
# A cut connection must not stop this script half-way; the end of its input does that in order.
trap '' HUP INT PIPE TERM
patience=$2 keep=$3 folder='' fresh=''

say() { printf '@ %s\n' "$*"; }

# Nothing is live when somebody removed the folder that the link names.
live() { [ ! -d current/ ] || { link=$(readlink current) && printf '%s' "${link##*/}"; }; }

intact() { (cd "$1" && sha256sum -c manifest) >/dev/null 2>&1; }

go_back() {
  case $(readlink .back) in
    none) rm -f current ;;
    *) mv -f -T .back current ;;
  esac || return 1
  rm -f .back
  live >switched
  [ -z "$fresh" ] || rm -rf "releases/$fresh"
  fresh=''
}

# Both links stand before the switch, so that going back needs no space on the disk.
switch_to() {
  old=$(live)
  rm -f .next .back .former
  ln -s "${old:+releases/}${old:-none}" .back || return 1
  if ! { ln -s "releases/$1" .next && touch "releases/$1" && sync; }; then
    rm -f .back .next
    return 1
  fi
  if [ -n "$old" ]; then ln -s "releases/$old" .former && mv -f -T .former previous; fi
  mv -f -T .next current || { rm -f .back .next; return 1; }
  live >switched
  return 0
}

prune() {
  now=$(live)
  before=$(cat "releases/$now/before" 2>/dev/null)
  # Names are of our making: letters, digits and hyphens.
  # shellcheck disable=SC2012
  ls -1t releases | tail -n "+$((keep + 1))" | while read -r old; do
    case $old in "$now" | "$before") ;; *) rm -rf "releases/$old" ;; esac
  done
}

if ! { mkdir -p "$1/releases" "$1/incoming" && cd "$1" && (: >>lock); } 2>/dev/null; then
  say no folder
  exit 1
fi
exec 9>>lock
flock -w "$patience" 9 || { say no busy; exit 1; }
# The machine may have stopped between a switch and its confirmation.
[ ! -L .back ] || go_back
rm -rf incoming/* 2>/dev/null
say ok "$(live)"

while read -r request id; do
  case $request in
    receive) # A new folder each time: a transfer that outlived its release cannot write into it.
      folder=incoming/$id.$$
      if mkdir "$folder"; then say ok "$folder"; else say no disk; fi
      ;;
    check)
      if intact "$folder" && printf '%s\n' "$(live)" >"$folder/before" &&
        rm -rf "releases/$id" && mv -T "$folder" "releases/$id"; then
        fresh=$id
        say ok
      else
        say no damaged
      fi
      ;;
    before)
      id=$(cat "releases/$(live)/before" 2>/dev/null)
      if [ -z "$id" ] || [ ! -d "releases/$id" ]; then
        say no earlier
      elif intact "releases/$id"; then
        say ok "$id"
      else
        say no damaged
      fi
      ;;
    manifest) if cat "releases/$id/manifest"; then say ok; else say no damaged; fi ;;
    hosts) ls current/ 2>/dev/null; say ok ;;
    switch) if switch_to "$id"; then say ok; else say no switch; fi ;;
    keep)
      if rm -f .back; then
        fresh=''
        prune
        say ok "$(live)"
      else
        say no switch
      fi
      ;;
    back) if go_back; then say ok "$(live)"; else say no stuck; fi ;;
    *) say no request ;;
  esac
done

# No confirmation came: the release was killed or cut off.
[ ! -L .back ] || go_back
[ -z "$folder" ] || rm -rf "$folder"
