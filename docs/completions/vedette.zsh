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
            'new:Begin a scenario: a folder that checks and briefs as it stands.'
            'brief:Draw a scenario and write the briefing, figures and results.'
            'figures:Write every picture of the briefing as SVG and PNG, maps as GeoPackage and KML.'
            'check:Read a scenario: diagnostics, contradictions, what rests on no source.'
            'warn:The warning of one place under every posture.'
            'march:Who is in place on an axis when, and what its roads and railways could bring.'
            'lanchester:Who is left of two sides that fight to the last, by Lanchester'\''s laws as a Markov chain.'
            'explain:What a figure says, what it hangs on, and whose claims those are.'
            'trials:Try the public claims of a scenario: how often each holds, and where its verdict turns.'
            'cards:Adjudication tables of a place, for wargames: roll a die.'
            'diff:Two results, or a scenario as it was and as it is: what moved, and which inputs differ.'
            'reproduce:Run again what a results file says, and say what agrees.'
            'map:Write maps for QGIS: floors, coverage, low-level warning, air defence.'
            'cases:The published cases, as a table.'
            'catalogue:Look systems up: their figures and who said them.'
            'data:Install, list or verify the data pack.'
            'import:Bring data of your own.'
            'schema:Print the JSON Schema of scenario.yaml or results.json.'
            'measure:Time flights, a floor, a front, a hidden chain, ways.'
            'indicators:Replay episodes with what was known day by day: what could have been known, and when.'
            'evidence:Add to the log of observations, or look at it.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        new|brief|figures|check|warn|march|lanchester|explain|trials|cards|diff|reproduce|map|cases|catalogue|data|import|schema|measure|indicators|evidence|help)
            "_vedette_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_vedette_new() {
    local -i ret=1
    local -ar arg_specs=(
        ':folder:'
        '--region[South, west, north and east of the region, degrees\: 54,20,57,27.]:region:'
        '--country[Whose places are warned, two letters; the region'\''s most populous country when left out.]:country:'
        '--other[Whose launchers are looked at; the nearest other country when left out.]:other:'
        '--title[Its title.]:title:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

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
        '*--set[Set an input, as alert.decision=20s or '\''alert.decision={low\: 10 s, likely\: 20 s, high\: 60 s}'\''; may be repeated.]:address=value:'
        '*--without[As if a source had never spoken; may be repeated.]:source:'
        '--edit[A file of postures made by edits, as in a scenario'\''s folder edits/.]:edit:'
        '--from[The posture that --set and --without start from; the later one of the headline.]:from:'
        '--out[Folder for briefing.html, results.gpkg, summary.csv, figures.csv and results.json.]:out:'
        '--order[Order of places within their country\: warning, loss, population or name.]:order:{__vedette_complete "${___order[@]}"}'
        '--keep[Also write draws.csv\: so many equally likely draws of every launcher at every place under every posture.]:draws:'
        '--pdf[Also print the briefing as briefing.pdf; needs Chromium (Debian package chromium).]'
        '--json[Print results.json to standard output instead of writing files.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_figures() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--draws[Draws in each of the 16 replicates, a power of two.]:draws:'
        '--until[Draw until the computing error of every median that matters is below this, as 5s.]:until:'
        '--seed[Seed; printed with every result.]:seed:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--block[Draws a block, a multiple of 4; results do not depend on it.]:block:'
        '--timings[Print what each stage took on standard error.]'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '*--set[Set an input, as alert.decision=20s or '\''alert.decision={low\: 10 s, likely\: 20 s, high\: 60 s}'\''; may be repeated.]:address=value:'
        '*--without[As if a source had never spoken; may be repeated.]:source:'
        '--edit[A file of postures made by edits, as in a scenario'\''s folder edits/.]:edit:'
        '--from[The posture that --set and --without start from; the later one of the headline.]:from:'
        '--out[Folder for the files.]:out:'
        '--json[Print what was written as JSON.]'
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
        '--all[Also what concerns systems that no posture has, and every item of long lists.]'
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
    local -ar ___solve=('decision')
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
        '--results[A results file that may hold the answer; out/results.gpkg where there is one.]:results:'
        '--fresh[Compute anew, whatever a results file holds.]'
        '*--set[Set an input, as alert.decision=20s or '\''alert.decision={low\: 10 s, likely\: 20 s, high\: 60 s}'\''; may be repeated.]:address=value:'
        '*--without[As if a source had never spoken; may be repeated.]:source:'
        '--edit[A file of postures made by edits, as in a scenario'\''s folder edits/.]:edit:'
        '--from[The posture that --set and --without start from; the later one of the headline.]:from:'
        '--solve[What to solve for\: decision, how long an order may take.]:solve:{__vedette_complete "${___solve[@]}"}'
        '--minutes[Print the whole ladder\: shares, times, people and alarms under every posture.]'
        '--gaps[Print P10, median and P90 of every mark and of the time between every two.]'
        '--json[Print the figures as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_march() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--axis[Id of the axis; the axes of the scenario when left out.]:axis:'
        '--posture[Id of the posture; the later one of the headline when left out.]:posture:'
        '--formation[Id of one formation\: only its way and days; all of them when left out.]:formation:'
        '--around[Days that one unit takes to the axis from the towns of its side; needs --axis.]'
        '--gaps[Gaps between ends of the map'\''s lines that were closed, each with its length.]'
        '--least[Inhabitants of the smallest town of --around.]:least:'
        '--geojson[File for the towns of --around as GeoJSON.]:geojson:'
        '--draws[Draws in each of the 16 replicates, a power of two.]:draws:'
        '--until[Draw until the computing error of every median that matters is below this, as 5s.]:until:'
        '--seed[Seed; printed with every result.]:seed:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--block[Draws a block, a multiple of 4; results do not depend on it.]:block:'
        '--timings[Print what each stage took on standard error.]'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '*--set[Set an input, as alert.decision=20s or '\''alert.decision={low\: 10 s, likely\: 20 s, high\: 60 s}'\''; may be repeated.]:address=value:'
        '*--without[As if a source had never spoken; may be repeated.]:source:'
        '--edit[A file of postures made by edits, as in a scenario'\''s folder edits/.]:edit:'
        '--from[The posture that --set and --without start from; the later one of the headline.]:from:'
        '--json[Print the figures as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_lanchester() {
    local -i ret=1
    local -ar ___law=('square' 'linear')
    local -ar arg_specs=(
        '--first[Units of the first side, 1 to 20000.]:first:'
        '--second[Units of the second side, 1 to 20000.]:second:'
        '--first-rate[Units of the second side that one of the first puts out of action in a day.]:first-rate:'
        '--second-rate[Units of the first side that one of the second puts out of action in a day.]:second-rate:'
        '--law[square (aimed fire) or linear (fire into an area).]:law:{__vedette_complete "${___law[@]}"}'
        '--json[Print as JSON.]'
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
        '--results[A results file that may hold the answer; out/results.gpkg where there is one.]:results:'
        '--fresh[Compute anew, whatever a results file holds.]'
        '--all[Every input that it asks for, and those that move nothing of it; this moves each, and takes a while.]'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_trials() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--trial[Id of one trial; all of them when left out.]:trial:'
        '--draws[Draws in each of the 16 replicates, a power of two.]:draws:'
        '--until[Draw until the computing error of every median that matters is below this, as 5s.]:until:'
        '--seed[Seed; printed with every result.]:seed:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--block[Draws a block, a multiple of 4; results do not depend on it.]:block:'
        '--timings[Print what each stage took on standard error.]'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print results.json of the trials.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_cards() {
    local -i ret=1
    local -ar ___die=('d10' 'd100')
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--place[Id of the place.]:place:'
        '--die[The die\: d10 or d100.]:die:{__vedette_complete "${___die[@]}"}'
        '*--posture[A posture; may be repeated. The two of the headline when left out.]:posture:'
        '*--class[A class of threat; may be repeated. All when left out.]:class:'
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

_vedette_diff() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':first:'
        ':second:'
        '--draws[Draws in each of the 16 replicates, a power of two.]:draws:'
        '--until[Draw until the computing error of every median that matters is below this, as 5s.]:until:'
        '--seed[Seed; printed with every result.]:seed:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--block[Draws a block, a multiple of 4; results do not depend on it.]:block:'
        '--timings[Print what each stage took on standard error.]'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--all[Every figure and input of the long lists.]'
        '--json[Print as JSON\: every figure.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_reproduce() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':results:'
        '--scenario[The scenario'\''s folder; by its name here or under Scenarios where left out.]:scenario:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--all[Every figure and input of the long lists.]'
        '--json[Print as JSON\: every figure.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_map() {
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
            'floor:How high a target must fly to be in line of sight of the net'\''s radars.'
            'coverage:Where the net'\''s radars have a target at a height in line of sight, and the holes.'
            'warning:The least warning of low approaches by hexagon: before, after, change.'
            'engaged:Where air defence of the other side could engage an aircraft at a height.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        floor|coverage|warning|engaged)
            "_vedette_map_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_vedette_map_floor() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--out[Folder for the files.]:out:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print what was written as JSON.]'
        '--posture[Posture; that after the headline'\''s change when left out.]:posture:'
        '--rank[How many radars must see\: 1 is the net'\''s floor, 2 the second lowest, …]:rank:'
        '--cell[Kilometres between points, from 1.]:cell:'
        '--error[Sweep again with twice the rays and tell what it changes\: the numerical error.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_map_coverage() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--out[Folder for the files.]:out:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print what was written as JSON.]'
        '--posture[Posture; that after the headline'\''s change when left out.]:posture:'
        '--rank[How many radars must see\: 1 is the net'\''s floor, 2 the second lowest, …]:rank:'
        '--cell[Kilometres between points, from 1.]:cell:'
        '--error[Sweep again with twice the rays and tell what it changes\: the numerical error.]'
        '--altitude[Height above the ground, as '\''300 m'\''.]:altitude:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_map_warning() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--out[Folder for the files.]:out:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print what was written as JSON.]'
        '--threat[Class\: aircraft, cruise or one-way-drone; each that there is when left out.]:threat:'
        '--variant[Shown\: darkest, brightest, darkest-with-net or brightest-with-net; all stand in the fields.]:variant:'
        '--hexagon[Width of the hexagons, km, from 10.]:hexagon:'
        '--cell[Kilometres between points, from 1.]:cell:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_map_engaged() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--out[Folder for the files.]:out:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print what was written as JSON.]'
        '--altitude[Height above the ground, as '\''3 km'\''.]:altitude:'
        '--posture[Posture; that after the headline'\''s change when left out.]:posture:'
        '--rank[How many batteries must be able to.]:rank:'
        '--cell[Kilometres between points, from 1.]:cell:'
        '--seed[Seed of the draws.]:seed:'
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
        '--events[Further timed events, held against the same chain.]:events:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_catalogue() {
    local -i ret=1
    local -ar arg_specs=(
        ':name:'
        '--search[Only systems with this word in their id, kind or name.]:search:'
        '--scenario[A scenario'\''s folder, for the systems it knows instead of the shipped ones.]:scenario:'
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

_vedette_import() {
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
            'places:Towns to warn, from points.'
            'sites:Bases, garrisons, radars, from points; at town level.'
            'formations:Units with their systems, from an order of battle.'
            'outlines:Borders of lands, from areas.'
            'sources:Publications, from BibTeX or a table.'
            'alerts:Dated alerts, for the log.'
            'alarms:A log of sirens, counted by district.'
            'terrain:Heights of the ground: GeoTIFF, SRTM .hgt, .hgt.zip or .hgt.gz, .bil, ENVI and others.'
            'roads:Roads of your own: OSM PBF, GeoPackage, GeoJSON, Shapefile.'
            'railways:Railways of your own: OSM PBF, GeoPackage, GeoJSON, Shapefile.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        places|sites|formations|outlines|sources|alerts|alarms|terrain|roads|railways)
            "_vedette_import_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_vedette_import_places() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:'
        '--columns[Columns of the file by ours\: name=NAME_1,population=POP_MAX. Usual names are found without.]:columns:'
        '--set[What stands in every row\: country=LT,settlement=urban.]:set:'
        '--layer[A layer or sheet; all of them when left out.]:layer:'
        '--out[A file for the rows; standard output when left out.]:out:'
        '--add[A scenario'\''s folder, to whose table the rows are added.]:add:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_sites() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:'
        '--columns[Columns of the file by ours\: name=NAME_1,population=POP_MAX. Usual names are found without.]:columns:'
        '--set[What stands in every row\: country=LT,settlement=urban.]:set:'
        '--layer[A layer or sheet; all of them when left out.]:layer:'
        '--out[A file for the rows; standard output when left out.]:out:'
        '--add[A scenario'\''s folder, to whose table the rows are added.]:add:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_formations() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:'
        '--columns[Columns of the file by ours\: name=NAME_1,population=POP_MAX. Usual names are found without.]:columns:'
        '--set[What stands in every row\: country=LT,settlement=urban.]:set:'
        '--layer[A layer or sheet; all of them when left out.]:layer:'
        '--out[A file for the rows; standard output when left out.]:out:'
        '--add[A scenario'\''s folder, to whose table the rows are added.]:add:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_outlines() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:'
        '--columns[Columns of the file by ours\: name=NAME_1,population=POP_MAX. Usual names are found without.]:columns:'
        '--set[What stands in every row\: country=LT,settlement=urban.]:set:'
        '--layer[A layer or sheet; all of them when left out.]:layer:'
        '--out[A file for the rows; standard output when left out.]:out:'
        '--add[A scenario'\''s folder, to whose table the rows are added.]:add:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_sources() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:'
        '--columns[Columns of the file by ours\: name=NAME_1,population=POP_MAX. Usual names are found without.]:columns:'
        '--set[What stands in every row\: country=LT,settlement=urban.]:set:'
        '--layer[A layer or sheet; all of them when left out.]:layer:'
        '--out[A file for the rows; standard output when left out.]:out:'
        '--add[A scenario'\''s folder, to whose table the rows are added.]:add:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_alerts() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:'
        '--columns[Columns of the file by ours\: name=NAME_1,population=POP_MAX. Usual names are found without.]:columns:'
        '--set[What stands in every row\: country=LT,settlement=urban.]:set:'
        '--layer[A layer or sheet; all of them when left out.]:layer:'
        '--out[A file for the rows; standard output when left out.]:out:'
        '--add[A scenario'\''s folder, to whose table the rows are added.]:add:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_alarms() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:'
        '--columns[Columns of the file by ours\: name=NAME_1,population=POP_MAX. Usual names are found without.]:columns:'
        '--set[What stands in every row\: country=LT,settlement=urban.]:set:'
        '--layer[A layer or sheet; all of them when left out.]:layer:'
        '--out[A file for the rows; standard output when left out.]:out:'
        '--add[A scenario'\''s folder, to whose table the rows are added.]:add:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_terrain() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        '*:files:'
        '--name[Name under which scenarios find it.]:name:'
        '--unit[Unit of the heights, m, ft or us-ft; as the file says when left out.]:unit:'
        '*--nodata[A value of the files that is no height\: -9999; none\: there is no such value. May be repeated.]:nodata:'
        '--band[Band of heights.]:band:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_roads() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':file:'
        '--name[Name under which scenarios find it.]:name:'
        '*--class[A class that is wanted, as the file calls it; may be repeated. The usual ones when left out.]:class:'
        '--layer[Layer; every layer of lines when left out.]:layer:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_import_railways() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':file:'
        '--name[Name under which scenarios find it.]:name:'
        '*--class[A class that is wanted, as the file calls it; may be repeated. The usual ones when left out.]:class:'
        '--layer[Layer; every layer of lines when left out.]:layer:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
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
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'flights:Time flights of every class on one core.'
            'floor:Time the floor of one sensor in the middle of a tiled grid.'
            'sensors:Time sensors spread about a place over an imported terrain, nothing kept.'
            'marching:Time first arrivals over a square of posts from its middle.'
            'chain:Time one pass forward and back through random hidden chains, one core.'
            'edits:Time scripted edits of a posture: what one place, or every place, has left.'
            'ways:Time least lengths from one node to all on a grid of roads, one core.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        flights|floor|sensors|marching|chain|edits|ways)
            "_vedette_measure_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_vedette_measure_flights() {
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

_vedette_measure_floor() {
    local -i ret=1
    local -ar arg_specs=(
        ':grid:'
        '--out[File for the floors, plain singles; none is kept when left out.]:out:'
        '--mast[Antenna above the ground, m.]:mast:'
        '--density[Rays for each column of the outermost ring.]:density:'
        '--threads[Tasks at once.]:threads:'
        '--pass[Time one pass over posts and floors too.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_measure_sensors() {
    local -i ret=1
    local -ar arg_specs=(
        ':grid:'
        '--latitude[Latitude of the middle, degrees.]:latitude:'
        '--longitude[Longitude of the middle, degrees.]:longitude:'
        '--count[How many.]:count:'
        '--range[Range, km.]:range:'
        '--cell[Kilometres between points.]:cell:'
        '--threads[Tasks at once.]:threads:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_measure_marching() {
    local -i ret=1
    local -ar arg_specs=(
        '--posts[Posts a side.]:posts:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_measure_chain() {
    local -i ret=1
    local -ar arg_specs=(
        '--states[States, every one with a way to every other.]:states:'
        '--days[Days.]:days:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_measure_edits() {
    local -i ret=1
    local -ar arg_specs=(
        ':scenario:'
        '--place[Id of the place; the first of those named first when left out.]:place:'
        '--everywhere[Ask for every place.]'
        '--count[How many edits.]:count:'
        '--draws[Draws in each of the 16 replicates, a power of two.]:draws:'
        '--threads[Tasks at once.]:threads:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_measure_ways() {
    local -i ret=1
    local -ar arg_specs=(
        '--side[Nodes along each side of the grid.]:side:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_indicators() {
    local -i ret=1
    local -ar ___progress=('auto' 'bar' 'json' 'none')
    local -ar arg_specs=(
        ':scenario:'
        '--episode[Id of one episode; all of them when left out.]:episode:'
        '--as-of[Leave out what became known after this day (2022-01-31).]:as-of:'
        '--hindsight[Count rows from the event, whenever it was told\: with hindsight.]'
        '--draws[Draws in each of the 16 replicates; 64, or those of the results file.]:draws:'
        '--seed[Seed.]:seed:'
        '--threads[Tasks at once; results do not depend on it.]:threads:'
        '--top[Moments told of each episode.]:top:'
        '--thinnings[How often rows are left out at random to see whether the alarm holds.]:thinnings:'
        '--progress[Progress on standard error\: auto, bar, json or none.]:progress:{__vedette_complete "${___progress[@]}"}'
        '--results[A results file that may hold the answer; out/results.gpkg where there is one.]:results:'
        '--fresh[Compute anew, whatever a results file holds.]'
        '--json[Print as JSON.]'
        '--csv[Print the daily shares as CSV.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_evidence() {
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
            'add:Add one row at the end. Nothing is ever changed: a correction supersedes a row.'
            'import:Add the rows of a file: all or none.'
            'list:List rows as they were known on a day, or the echoes of one origin.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|import|list)
            "_vedette_evidence_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_vedette_evidence_add() {
    local -i ret=1
    local -ar arg_specs=(
        ':scenario:'
        '--indicator[Code of indicators.yaml.]:indicator:'
        '--observed[Day of the event, a month, or two days (2022-01-08..2022-01-14).]:observed:'
        '--published[Day of publication, a month, or two days.]:published:'
        '--claim[What is claimed, in your words.]:claim:'
        '--feed[Feed of indicators.yaml.]:feed:'
        '--reliability[Admiralty grade of who says it, A to F.]:reliability:'
        '--credibility[Admiralty grade of what is said, 1 to 6.]:credibility:'
        '--id[Id; the next free one when left out.]:id:'
        '--value[The number that is told.]:value:'
        '--unit[Its unit, as in indicators.yaml.]:unit:'
        '--place[Where, as a town or region.]:place:'
        '--title[Title of the page.]:title:'
        '--link[Address of the page.]:link:'
        '--origin[Id of the row it repeats, or a name for their common origin.]:origin:'
        '--supersedes[Id of the row it corrects.]:supersedes:'
        '--note[Anything else.]:note:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_evidence_import() {
    local -i ret=1
    local -ar arg_specs=(
        ':scenario:'
        ':file:'
        '--columns[Columns of the file by ours\: observed=started_at,place=oblast.]:columns:'
        '--set[What stands in every row\: indicator=train_arrival,feed=press.]:set:'
        '--layer[A layer or sheet; all of them when left out.]:layer:'
        '--json[Print as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_vedette_evidence_list() {
    local -i ret=1
    local -ar arg_specs=(
        ':scenario:'
        '--as-of[Only what was known by the end of this day (2022-01-31).]:as-of:'
        '--indicator[Only this code or family of indicators.yaml.]:indicator:'
        '--feed[Only this feed.]:feed:'
        '--echoes[Groups of rows that have one origin.]'
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
