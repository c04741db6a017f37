#compdef synthdata
# Completion of 'synthdata' for zsh. In ~/.zshrc, after compinit:
#   source <(synthdata completion zsh)
# or once, into a folder of $fpath:
#   synthdata completion zsh > "${fpath[1]}/_synthdata"

_synthdata() {
    local -a lines goes_on ends
    local line value about wanted=''
    lines=("${(@f)$("${(Q)words[1]/#\~\//$HOME/}" '[complete]' "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    for line in "${lines[@]}"; do
        if [[ $line == :* ]]; then
            wanted=${line#:}
        elif [[ -n $line ]]; then
            value=${line%%$'\t'*}
            about=${line#"$value"}
            if [[ $value == *[=/:] ]]; then goes_on+=("${value//:/\\:}:${about#$'\t'}"); else ends+=("${value//:/\\:}:${about#$'\t'}"); fi
        fi
    done

    (( ${#ends} )) && _describe -t values value ends
    (( ${#goes_on} )) && _describe -t values value goes_on -S ''
    case $wanted in
        folders) _files -/ ;;
        files) _files ;;
        files\ *) _files -g "*(${(j:|:)${=wanted#files }})(-.)" ;;
    esac
}

if [[ ${funcstack[1]} == _synthdata ]]; then
    _synthdata "$@"
else
    compdef _synthdata synthdata
fi
