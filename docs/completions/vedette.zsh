#compdef vedette

__vedette_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__vedette_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __vedette_complete "${completions[@]:0:-1}"
    fi
}

__vedette_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_vedette() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'brief:Draw a scenario and write the briefing, figures and results.'
            'check:Read a scenario: diagnostics, contradictions, what rests on no source.'
            'warn:The warning of one place under every posture.'
            'explain:Follow a figure back to inputs, claims and sources.'
            'cases:The published cases, as a table.'
            'data:Install, list or verify the data pack.'
            'schema:Print the JSON Schema of scenario.yaml or results.json.'
            'measure:Time flights of every class on one core.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        brief|check|warn|explain|cases|data|schema|measure|help)
            "_vedette_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_vedette_brief() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar ___order=('warning' 'loss' 'population' 'name')
    local -ar arg_specs=(
        ':scenario:'
        '--draws[Draws in each of the 16 replicates, a power of two.]:draws:'
        '--until[Draw until the computing error of every median that matters is below this, as 5s.]:until:'
        '--seed[Seed; printed with every result.]:seed:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--block[Draws a block, a multiple of 4; results do not depend on it.]:block:'
        '--timings[Print what each stage took on standard error.]'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--out[Folder for briefing.html, results.json and figures.csv.]:out:'
        '--order[Order of places within their country\: warning, loss, population or name.]:order:{__vedette_complete "${___order[@]}"}'
        '--json[Print results.json to standard output instead of writing files.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_check() {
    local -i ret=1
    local -ar arg_specs=(
        ':scenario:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_warn() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--place[Id of the place.]:place:'
        '--draws[Draws in each of the 16 replicates, a power of two.]:draws:'
        '--until[Draw until the computing error of every median that matters is below this, as 5s.]:until:'
        '--seed[Seed; printed with every result.]:seed:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--block[Draws a block, a multiple of 4; results do not depend on it.]:block:'
        '--timings[Print what each stage took on standard error.]'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print the figures as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_explain() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        ':figure:'
        '--draws[Draws in each of the 16 replicates, a power of two.]:draws:'
        '--until[Draw until the computing error of every median that matters is below this, as 5s.]:until:'
        '--seed[Seed; printed with every result.]:seed:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--block[Draws a block, a multiple of 4; results do not depend on it.]:block:'
        '--timings[Print what each stage took on standard error.]'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_cases() {
    local -i ret=1
    local -ar arg_specs=(
        ':folder:'
        '--scenario[Scenario whose alert chain predicts the records.]:scenario:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_data() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'install:Install what is missing or damaged.'
            'list:List the layers and their licences.'
            'verify:Check the layers'\'' hashes.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        install|list|verify)
            "_vedette_data_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_vedette_data_install() {
    local -i ret=1
    local -ar arg_specs=(
        '*:layers:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_data_list() {
    local -i ret=1
    local -ar arg_specs=(
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_data_verify() {
    local -i ret=1
    local -ar arg_specs=(
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_schema() {
    local -i ret=1
    local -ar _subject=('scenario' 'results')
    local -ar arg_specs=(
        ':subject:{__vedette_complete "${_subject[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_measure() {
    local -i ret=1
    local -ar arg_specs=(
        '--seconds[Seconds for each class.]:seconds:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _vedette ]]; then
    _vedette "${@}"
else
    compdef _vedette vedette
fi
