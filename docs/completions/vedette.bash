#!/bin/bash

__vedette_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__vedette_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__vedette_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__vedette_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_vedette() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __vedette_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    new|brief|figures|check|warn|march|lanchester|explain|trials|cards|diff|reproduce|map|cases|catalogue|data|import|schema|measure|indicators|evidence|help)
        # Offer subcommand argument completions
        "_vedette_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'new brief figures check warn march lanchester explain trials cards diff reproduce map cases catalogue data import schema measure indicators evidence help' -- "${cur}"))
        ;;
    esac
}

_vedette_new() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--region --country --other --title)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--region')
        return
        ;;
    '--country')
        return
        ;;
    '--other')
        return
        ;;
    '--title')
        return
        ;;
    esac
}

_vedette_brief() {
    repeating_flags=()
    non_repeating_flags=(--timings --pdf --json --version -h --help)
    repeating_options=(--set --without)
    non_repeating_options=(--draws --until --seed --threads --block --progress --edit --from --out --order --keep)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--draws')
        return
        ;;
    '--until')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--block')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--set')
        return
        ;;
    '--without')
        return
        ;;
    '--edit')
        return
        ;;
    '--from')
        return
        ;;
    '--out')
        return
        ;;
    '--order')
        __vedette_add_completions -W 'warning'$'\n''loss'$'\n''population'$'\n''name'
        return
        ;;
    '--keep')
        return
        ;;
    esac
}

_vedette_figures() {
    repeating_flags=()
    non_repeating_flags=(--timings --json --version -h --help)
    repeating_options=(--set --without)
    non_repeating_options=(--draws --until --seed --threads --block --progress --edit --from --out)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--draws')
        return
        ;;
    '--until')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--block')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--set')
        return
        ;;
    '--without')
        return
        ;;
    '--edit')
        return
        ;;
    '--from')
        return
        ;;
    '--out')
        return
        ;;
    esac
}

_vedette_check() {
    repeating_flags=()
    non_repeating_flags=(--all --json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 1
}

_vedette_warn() {
    repeating_flags=()
    non_repeating_flags=(--timings --fresh --minutes --gaps --json --version -h --help)
    repeating_options=(--set --without)
    non_repeating_options=(--place --draws --until --seed --threads --block --progress --results --edit --from --solve)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--place')
        return
        ;;
    '--draws')
        return
        ;;
    '--until')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--block')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--results')
        return
        ;;
    '--set')
        return
        ;;
    '--without')
        return
        ;;
    '--edit')
        return
        ;;
    '--from')
        return
        ;;
    '--solve')
        __vedette_add_completions -W 'decision'
        return
        ;;
    esac
}

_vedette_march() {
    repeating_flags=()
    non_repeating_flags=(--around --gaps --timings --json --version -h --help)
    repeating_options=(--set --without)
    non_repeating_options=(--axis --posture --formation --least --geojson --draws --until --seed --threads --block --progress --edit --from)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--axis')
        return
        ;;
    '--posture')
        return
        ;;
    '--formation')
        return
        ;;
    '--least')
        return
        ;;
    '--geojson')
        return
        ;;
    '--draws')
        return
        ;;
    '--until')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--block')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--set')
        return
        ;;
    '--without')
        return
        ;;
    '--edit')
        return
        ;;
    '--from')
        return
        ;;
    esac
}

_vedette_lanchester() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--first --second --first-rate --second-rate --law)
    __vedette_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--first')
        return
        ;;
    '--second')
        return
        ;;
    '--first-rate')
        return
        ;;
    '--second-rate')
        return
        ;;
    '--law')
        __vedette_add_completions -W 'square'$'\n''linear'
        return
        ;;
    esac
}

_vedette_explain() {
    repeating_flags=()
    non_repeating_flags=(--timings --fresh --all --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--draws --until --seed --threads --block --progress --results)
    __vedette_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--draws')
        return
        ;;
    '--until')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--block')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--results')
        return
        ;;
    esac
}

_vedette_trials() {
    repeating_flags=()
    non_repeating_flags=(--timings --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--trial --draws --until --seed --threads --block --progress)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--trial')
        return
        ;;
    '--draws')
        return
        ;;
    '--until')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--block')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    esac
}

_vedette_cards() {
    repeating_flags=()
    non_repeating_flags=(--timings --json --version -h --help)
    repeating_options=(--posture --class)
    non_repeating_options=(--place --die --draws --until --seed --threads --block --progress)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--place')
        return
        ;;
    '--die')
        __vedette_add_completions -W 'd10'$'\n''d100'
        return
        ;;
    '--posture')
        return
        ;;
    '--class')
        return
        ;;
    '--draws')
        return
        ;;
    '--until')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--block')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    esac
}

_vedette_diff() {
    repeating_flags=()
    non_repeating_flags=(--timings --all --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--draws --until --seed --threads --block --progress)
    __vedette_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--draws')
        return
        ;;
    '--until')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--block')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    esac
}

_vedette_reproduce() {
    repeating_flags=()
    non_repeating_flags=(--all --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--scenario --threads --progress)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--scenario')
        return
        ;;
    '--threads')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    esac
}

_vedette_map() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    floor|coverage|warning|engaged)
        # Offer subcommand argument completions
        "_vedette_map_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'floor coverage warning engaged' -- "${cur}"))
        ;;
    esac
}

_vedette_map_floor() {
    repeating_flags=()
    non_repeating_flags=(--json --error --version -h --help)
    repeating_options=()
    non_repeating_options=(--out --threads --progress --posture --rank --cell)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--out')
        return
        ;;
    '--threads')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--posture')
        return
        ;;
    '--rank')
        return
        ;;
    '--cell')
        return
        ;;
    esac
}

_vedette_map_coverage() {
    repeating_flags=()
    non_repeating_flags=(--json --error --version -h --help)
    repeating_options=()
    non_repeating_options=(--out --threads --progress --posture --rank --cell --altitude)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--out')
        return
        ;;
    '--threads')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--posture')
        return
        ;;
    '--rank')
        return
        ;;
    '--cell')
        return
        ;;
    '--altitude')
        return
        ;;
    esac
}

_vedette_map_warning() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--out --threads --progress --threat --variant --hexagon --cell)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--out')
        return
        ;;
    '--threads')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--threat')
        return
        ;;
    '--variant')
        return
        ;;
    '--hexagon')
        return
        ;;
    '--cell')
        return
        ;;
    esac
}

_vedette_map_engaged() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--out --threads --progress --altitude --posture --rank --cell --seed)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--out')
        return
        ;;
    '--threads')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--altitude')
        return
        ;;
    '--posture')
        return
        ;;
    '--rank')
        return
        ;;
    '--cell')
        return
        ;;
    '--seed')
        return
        ;;
    esac
}

_vedette_cases() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--scenario --events)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--scenario')
        return
        ;;
    '--events')
        return
        ;;
    esac
}

_vedette_catalogue() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--search --scenario)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--search')
        return
        ;;
    '--scenario')
        return
        ;;
    esac
}

_vedette_data() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    install|list|verify)
        # Offer subcommand argument completions
        "_vedette_data_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'install list verify' -- "${cur}"))
        ;;
    esac
}

_vedette_data_install() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options -1
}

_vedette_data_list() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 0
}

_vedette_data_verify() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 0
}

_vedette_import() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    places|sites|formations|outlines|sources|alerts|alarms|terrain|roads|railways)
        # Offer subcommand argument completions
        "_vedette_import_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'places sites formations outlines sources alerts alarms terrain roads railways' -- "${cur}"))
        ;;
    esac
}

_vedette_import_places() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--columns --set --layer --out --add)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--columns')
        return
        ;;
    '--set')
        return
        ;;
    '--layer')
        return
        ;;
    '--out')
        return
        ;;
    '--add')
        return
        ;;
    esac
}

_vedette_import_sites() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--columns --set --layer --out --add)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--columns')
        return
        ;;
    '--set')
        return
        ;;
    '--layer')
        return
        ;;
    '--out')
        return
        ;;
    '--add')
        return
        ;;
    esac
}

_vedette_import_formations() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--columns --set --layer --out --add)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--columns')
        return
        ;;
    '--set')
        return
        ;;
    '--layer')
        return
        ;;
    '--out')
        return
        ;;
    '--add')
        return
        ;;
    esac
}

_vedette_import_outlines() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--columns --set --layer --out --add)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--columns')
        return
        ;;
    '--set')
        return
        ;;
    '--layer')
        return
        ;;
    '--out')
        return
        ;;
    '--add')
        return
        ;;
    esac
}

_vedette_import_sources() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--columns --set --layer --out --add)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--columns')
        return
        ;;
    '--set')
        return
        ;;
    '--layer')
        return
        ;;
    '--out')
        return
        ;;
    '--add')
        return
        ;;
    esac
}

_vedette_import_alerts() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--columns --set --layer --out --add)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--columns')
        return
        ;;
    '--set')
        return
        ;;
    '--layer')
        return
        ;;
    '--out')
        return
        ;;
    '--add')
        return
        ;;
    esac
}

_vedette_import_alarms() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--columns --set --layer --out --add)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--columns')
        return
        ;;
    '--set')
        return
        ;;
    '--layer')
        return
        ;;
    '--out')
        return
        ;;
    '--add')
        return
        ;;
    esac
}

_vedette_import_terrain() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--nodata)
    non_repeating_options=(--name --unit --band --progress)
    __vedette_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--name')
        return
        ;;
    '--unit')
        return
        ;;
    '--nodata')
        return
        ;;
    '--band')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    esac
}

_vedette_import_roads() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--class)
    non_repeating_options=(--name --layer --progress)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--name')
        return
        ;;
    '--class')
        return
        ;;
    '--layer')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    esac
}

_vedette_import_railways() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--class)
    non_repeating_options=(--name --layer --progress)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--name')
        return
        ;;
    '--class')
        return
        ;;
    '--layer')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    esac
}

_vedette_schema() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __vedette_add_completions -W 'scenario'$'\n''results'
        return
        ;;
    esac
}

_vedette_measure() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    flights|floor|sensors|marching|chain|edits|ways)
        # Offer subcommand argument completions
        "_vedette_measure_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'flights floor sensors marching chain edits ways' -- "${cur}"))
        ;;
    esac
}

_vedette_measure_flights() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--seconds)
    __vedette_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--seconds')
        return
        ;;
    esac
}

_vedette_measure_floor() {
    repeating_flags=()
    non_repeating_flags=(--pass --version -h --help)
    repeating_options=()
    non_repeating_options=(--out --mast --density --threads)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--out')
        return
        ;;
    '--mast')
        return
        ;;
    '--density')
        return
        ;;
    '--threads')
        return
        ;;
    esac
}

_vedette_measure_sensors() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--latitude --longitude --count --range --cell --threads)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--latitude')
        return
        ;;
    '--longitude')
        return
        ;;
    '--count')
        return
        ;;
    '--range')
        return
        ;;
    '--cell')
        return
        ;;
    '--threads')
        return
        ;;
    esac
}

_vedette_measure_marching() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--posts)
    __vedette_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--posts')
        return
        ;;
    esac
}

_vedette_measure_chain() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--states --days)
    __vedette_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--states')
        return
        ;;
    '--days')
        return
        ;;
    esac
}

_vedette_measure_edits() {
    repeating_flags=()
    non_repeating_flags=(--everywhere --version -h --help)
    repeating_options=()
    non_repeating_options=(--place --count --draws --threads)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--place')
        return
        ;;
    '--count')
        return
        ;;
    '--draws')
        return
        ;;
    '--threads')
        return
        ;;
    esac
}

_vedette_measure_ways() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--side)
    __vedette_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--side')
        return
        ;;
    esac
}

_vedette_indicators() {
    repeating_flags=()
    non_repeating_flags=(--hindsight --fresh --json --csv --version -h --help)
    repeating_options=()
    non_repeating_options=(--episode --as-of --draws --seed --threads --top --thinnings --progress --results)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--episode')
        return
        ;;
    '--as-of')
        return
        ;;
    '--draws')
        return
        ;;
    '--seed')
        return
        ;;
    '--threads')
        return
        ;;
    '--top')
        return
        ;;
    '--thinnings')
        return
        ;;
    '--progress')
        __vedette_add_completions -W 'auto'$'\n''bar'$'\n''json'$'\n''none'
        return
        ;;
    '--results')
        return
        ;;
    esac
}

_vedette_evidence() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|import|list)
        # Offer subcommand argument completions
        "_vedette_evidence_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add import list' -- "${cur}"))
        ;;
    esac
}

_vedette_evidence_add() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--indicator --observed --published --claim --feed --reliability --credibility --id --value --unit --place --title --link --origin --supersedes --note)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--indicator')
        return
        ;;
    '--observed')
        return
        ;;
    '--published')
        return
        ;;
    '--claim')
        return
        ;;
    '--feed')
        return
        ;;
    '--reliability')
        return
        ;;
    '--credibility')
        return
        ;;
    '--id')
        return
        ;;
    '--value')
        return
        ;;
    '--unit')
        return
        ;;
    '--place')
        return
        ;;
    '--title')
        return
        ;;
    '--link')
        return
        ;;
    '--origin')
        return
        ;;
    '--supersedes')
        return
        ;;
    '--note')
        return
        ;;
    esac
}

_vedette_evidence_import() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--columns --set --layer)
    __vedette_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--columns')
        return
        ;;
    '--set')
        return
        ;;
    '--layer')
        return
        ;;
    esac
}

_vedette_evidence_list() {
    repeating_flags=()
    non_repeating_flags=(--echoes --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--as-of --indicator --feed)
    __vedette_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--as-of')
        return
        ;;
    '--indicator')
        return
        ;;
    '--feed')
        return
        ;;
    esac
}

_vedette_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __vedette_offer_flags_options -1
}

complete -o filenames -F _vedette vedette
