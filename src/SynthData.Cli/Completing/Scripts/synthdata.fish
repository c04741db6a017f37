# Completion of 'synthdata' for fish. Once:
#   synthdata completion fish > ~/.config/fish/completions/synthdata.fish

function __synthdata_complete
    set -l words (commandline -opc)
    set -l begun (commandline -ct)
    # A value after '=' is completed as a file by itself.
    set -l before (string match -r '^-[^=]*=' -- $begun)
    set -l rest (string replace -r '^-[^=]*=' '' -- $begun)
    for line in ($words[1] '[complete]' $words[2..] "$begun" 2>/dev/null)
        switch $line
            case ':folders'
                for path in (__fish_complete_directories "$rest")
                    echo "$before$path"
                end
            case ':files' ':files *'
                set -l endings (string split ' ' -- (string replace -r '^:files ?' '' -- $line))
                for path in (complete -C"'' $rest")
                    set -l name (string split \t -- $path)[1]
                    if test -z "$endings"; or string match -qr '/$' -- $name; or contains -- (string match -r '\.[^.]*$' -- $name) $endings
                        echo "$before$name"
                    end
                end
            case '*'
                echo $line
        end
    end
end

complete -c synthdata -f -a '(__synthdata_complete)'
