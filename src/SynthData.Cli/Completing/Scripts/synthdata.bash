# Completion of 'synthdata' for bash. In ~/.bashrc:
#   source <(synthdata completion bash)
# or, where the package bash-completion is installed, once:
#   synthdata completion bash > ~/.local/share/bash-completion/completions/synthdata

# Sets 'words' to those of the line up to the cursor, without quotes and backslashes. Bash's own list is cut at '=' and ':' too.
_synthdata_words() {
    local line=${COMP_LINE:0:COMP_POINT} quote='' word='' started='' char i
    words=()
    for ((i = 0; i < ${#line}; i++)); do
        char=${line:i:1}
        if [[ $quote == "'" ]]; then
            if [[ $char == "'" ]]; then quote=''; else word+=$char; fi
        elif [[ $char == '\' ]]; then
            i=$((i + 1))
            word+=${line:i:1} started=1
        elif [[ -n $quote && $char == '"' ]]; then
            quote=''
        elif [[ -z $quote && ( $char == '"' || $char == "'" ) ]]; then
            quote=$char started=1
        elif [[ -z $quote && ( $char == ' ' || $char == $'\t' ) ]]; then
            if [[ -n $started ]]; then words+=("$word"); fi
            word='' started=''
        else
            word+=$char started=1
        fi
    done
    words+=("$word")
}

# Adds files and folders that begin like the word at the cursor; endings are the arguments.
_synthdata_files() {
    local begun=$1 ending file
    shift
    compopt -o filenames 2>/dev/null
    while IFS= read -r file; do COMPREPLY+=("$file"); done < <(
        if (($# == 0)); then
            compgen -f -- "$begun"
        else
            compgen -d -- "$begun"
            for ending in "$@"; do compgen -f -X "!*$ending" -- "$begun"; done
        fi
    )
}

_synthdata() {
    local words line word begun kept candidates=() files=''
    _synthdata_words
    while IFS= read -r line; do
        case $line in
            :*) files=${line#:} ;;
            ?*) candidates+=("${line%%$'\t'*}") ;;
        esac
    done < <("${words[0]/#\~\//$HOME/}" '[complete]' "${words[@]:1}" 2>/dev/null)

    # Bash puts what is chosen in place of what follows the last '=' or ':' of the word.
    begun=${words[${#words[@]} - 1]}
    kept=''
    if [[ $COMP_WORDBREAKS == *=* && $begun == *=* ]]; then kept=${begun%"${begun##*=}"}; fi
    if [[ $COMP_WORDBREAKS == *:* && ${begun#"$kept"} == *:* ]]; then kept=${begun%"${begun##*:}"}; fi

    COMPREPLY=()
    for word in "${candidates[@]}"; do
        if [[ $word == *[=/:] ]]; then compopt -o nospace 2>/dev/null; fi
        COMPREPLY+=("${word#"$kept"}")
    done
    case $files in
        files*) _synthdata_files "${begun#"$kept"}" ${files#files} ;;
        folders)
            compopt -o filenames 2>/dev/null
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "${begun#"$kept"}")
            ;;
    esac
}

complete -F _synthdata synthdata
