function __vedette_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __vedette_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __vedette_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __vedette_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __vedette_parse_tokens -S
    set -l unparsed_tokens (__vedette_tokens -pc)
    switch $unparsed_tokens[1]
    case 'vedette'
        __vedette_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'brief'
            __vedette_parse_subcommand 1 'draws=' 'until=' 'seed=' 'threads=' 'block=' 'timings' 'progress=' 'out=' 'order=' 'json' 'version' 'h/help'
        case 'check'
            __vedette_parse_subcommand 1 'all' 'json' 'version' 'h/help'
        case 'warn'
            __vedette_parse_subcommand 1 'place=' 'draws=' 'until=' 'seed=' 'threads=' 'block=' 'timings' 'progress=' 'solve=' 'gaps' 'json' 'version' 'h/help'
        case 'explain'
            __vedette_parse_subcommand 2 'draws=' 'until=' 'seed=' 'threads=' 'block=' 'timings' 'progress=' 'json' 'version' 'h/help'
        case 'map'
            __vedette_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'floor'
                __vedette_parse_subcommand 1 'out=' 'threads=' 'progress=' 'json' 'posture=' 'rank=' 'cell=' 'error' 'version' 'h/help'
            case 'coverage'
                __vedette_parse_subcommand 1 'out=' 'threads=' 'progress=' 'json' 'posture=' 'rank=' 'cell=' 'error' 'altitude=' 'version' 'h/help'
            case 'warning'
                __vedette_parse_subcommand 1 'out=' 'threads=' 'progress=' 'json' 'threat=' 'variant=' 'hexagon=' 'cell=' 'version' 'h/help'
            end
        case 'cases'
            __vedette_parse_subcommand 1 'scenario=' 'events=' 'json' 'version' 'h/help'
        case 'catalogue'
            __vedette_parse_subcommand 1 'search=' 'scenario=' 'json' 'version' 'h/help'
        case 'data'
            __vedette_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'install'
                __vedette_parse_subcommand -r 1 'version' 'h/help'
            case 'list'
                __vedette_parse_subcommand 0 'json' 'version' 'h/help'
            case 'verify'
                __vedette_parse_subcommand 0 'json' 'version' 'h/help'
            end
        case 'import'
            __vedette_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'terrain'
                __vedette_parse_subcommand -r 1 'name=' 'unit=' 'band=' 'progress=' 'json' 'version' 'h/help'
            end
        case 'schema'
            __vedette_parse_subcommand 1 'version' 'h/help'
        case 'measure'
            __vedette_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'flights'
                __vedette_parse_subcommand 0 'seconds=' 'json' 'version' 'h/help'
            case 'floor'
                __vedette_parse_subcommand 1 'out=' 'mast=' 'density=' 'threads=' 'pass' 'version' 'h/help'
            case 'sensors'
                __vedette_parse_subcommand 1 'latitude=' 'longitude=' 'count=' 'range=' 'cell=' 'threads=' 'version' 'h/help'
            case 'marching'
                __vedette_parse_subcommand 0 'posts=' 'version' 'h/help'
            case 'chain'
                __vedette_parse_subcommand 0 'states=' 'days=' 'version' 'h/help'
            case 'edits'
                __vedette_parse_subcommand 1 'place=' 'everywhere' 'count=' 'draws=' 'threads=' 'version' 'h/help'
            end
        case 'indicators'
            __vedette_parse_subcommand 1 'episode=' 'as-of=' 'hindsight' 'draws=' 'seed=' 'threads=' 'top=' 'thinnings=' 'progress=' 'json' 'csv' 'version' 'h/help'
        case 'evidence'
            __vedette_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'add'
                __vedette_parse_subcommand 1 'indicator=' 'observed=' 'published=' 'claim=' 'feed=' 'reliability=' 'credibility=' 'id=' 'value=' 'unit=' 'place=' 'title=' 'link=' 'origin=' 'supersedes=' 'note=' 'json' 'version' 'h/help'
            case 'import'
                __vedette_parse_subcommand 2 'json' 'version' 'h/help'
            case 'list'
                __vedette_parse_subcommand 1 'as-of=' 'indicator=' 'feed=' 'echoes' 'json' 'version' 'h/help'
            end
        case 'help'
            __vedette_parse_subcommand -r 1 'version'
        end
    end
end

function __vedette_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __vedette_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __vedette_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __vedette_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__vedette_tokens -p)
    if test -z "$(__vedette_tokens -t)"
        set -l index (count (__vedette_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'vedette' -f
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'brief' -d 'Draw a scenario and write the briefing, figures and results.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'check' -d 'Read a scenario: diagnostics, contradictions, what rests on no source.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'warn' -d 'The warning of one place under every posture.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'explain' -d 'Follow a figure back to inputs, claims and sources.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'map' -d 'Write maps for QGIS: floors, coverage, low-level warning.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'cases' -d 'The published cases, as a table.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'catalogue' -d 'Look systems up: their figures and who said them.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'data' -d 'Install, list or verify the data pack.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'import' -d 'Bring data of your own.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'schema' -d 'Print the JSON Schema of scenario.yaml or results.json.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'measure' -d 'Time flights, a floor, a front, a hidden chain.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'indicators' -d 'Replay episodes with what was known day by day: what could have been known, and when.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'evidence' -d 'Add to the log of observations, or look at it.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" draws' -l 'draws' -d 'Draws in each of the 16 replicates, a power of two.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" until' -l 'until' -d 'Draw until the computing error of every median that matters is below this, as 5s.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" seed' -l 'seed' -d 'Seed; printed with every result.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" threads' -l 'threads' -d 'Tasks at once; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" block' -l 'block' -d 'Draws a block, a multiple of 4; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" timings' -l 'timings' -d 'Print what each stage took on standard error.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" progress' -l 'progress' -d 'Progress on standard error: auto, bar, json or none.' -rfka 'auto bar json none'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" out' -l 'out' -d 'Folder for briefing.html, results.json and figures.csv.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" order' -l 'order' -d 'Order of places within their country: warning, loss, population or name.' -rfka 'warning loss population name'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" json' -l 'json' -d 'Print results.json to standard output instead of writing files.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette brief" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette check" all' -l 'all' -d 'Also what concerns systems that no posture has, and every item of long lists.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette check" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette check" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" place' -l 'place' -d 'Id of the place.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" draws' -l 'draws' -d 'Draws in each of the 16 replicates, a power of two.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" until' -l 'until' -d 'Draw until the computing error of every median that matters is below this, as 5s.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" seed' -l 'seed' -d 'Seed; printed with every result.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" threads' -l 'threads' -d 'Tasks at once; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" block' -l 'block' -d 'Draws a block, a multiple of 4; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" timings' -l 'timings' -d 'Print what each stage took on standard error.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" progress' -l 'progress' -d 'Progress on standard error: auto, bar, json or none.' -rfka 'auto bar json none'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" solve' -l 'solve' -d 'What to solve for: decision, how long an order may take.' -rfka 'decision'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" gaps' -l 'gaps' -d 'Print P10, median and P90 of every mark and of the time between every two.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" json' -l 'json' -d 'Print the figures as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette warn" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" draws' -l 'draws' -d 'Draws in each of the 16 replicates, a power of two.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" until' -l 'until' -d 'Draw until the computing error of every median that matters is below this, as 5s.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" seed' -l 'seed' -d 'Seed; printed with every result.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" threads' -l 'threads' -d 'Tasks at once; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" block' -l 'block' -d 'Draws a block, a multiple of 4; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" timings' -l 'timings' -d 'Print what each stage took on standard error.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" progress' -l 'progress' -d 'Progress on standard error: auto, bar, json or none.' -rfka 'auto bar json none'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette map" -eq 1' -fa 'floor' -d 'How high a target must fly to be in line of sight of the net\'s radars.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette map" -eq 1' -fa 'coverage' -d 'Where the net\'s radars have a target at a height in line of sight, and the holes.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette map" -eq 1' -fa 'warning' -d 'The least warning of low approaches by hexagon: before, after, change.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" out' -l 'out' -d 'Folder for the files.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" threads' -l 'threads' -d 'Tasks at once; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" progress' -l 'progress' -d 'Progress on standard error: auto, bar, json or none.' -rfka 'auto bar json none'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" json' -l 'json' -d 'Print what was written as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" posture' -l 'posture' -d 'Posture; that after the headline\'s change when left out.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" rank' -l 'rank' -d 'How many radars must see: 1 is the net\'s floor, 2 the second lowest, …' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" cell' -l 'cell' -d 'Kilometres between points, from 1.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" error' -l 'error' -d 'Sweep again with twice the rays and tell what it changes: the numerical error.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map floor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" out' -l 'out' -d 'Folder for the files.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" threads' -l 'threads' -d 'Tasks at once; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" progress' -l 'progress' -d 'Progress on standard error: auto, bar, json or none.' -rfka 'auto bar json none'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" json' -l 'json' -d 'Print what was written as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" posture' -l 'posture' -d 'Posture; that after the headline\'s change when left out.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" rank' -l 'rank' -d 'How many radars must see: 1 is the net\'s floor, 2 the second lowest, …' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" cell' -l 'cell' -d 'Kilometres between points, from 1.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" error' -l 'error' -d 'Sweep again with twice the rays and tell what it changes: the numerical error.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" altitude' -l 'altitude' -d 'Height above the ground, as \'300 m\'.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map coverage" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" out' -l 'out' -d 'Folder for the files.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" threads' -l 'threads' -d 'Tasks at once; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" progress' -l 'progress' -d 'Progress on standard error: auto, bar, json or none.' -rfka 'auto bar json none'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" json' -l 'json' -d 'Print what was written as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" threat' -l 'threat' -d 'Class: aircraft, cruise or one-way-drone; each that there is when left out.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" variant' -l 'variant' -d 'Shown: darkest, brightest, darkest-with-net or brightest-with-net; all stand in the fields.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" hexagon' -l 'hexagon' -d 'Width of the hexagons, km, from 10.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" cell' -l 'cell' -d 'Kilometres between points, from 1.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette map warning" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette cases" scenario' -l 'scenario' -d 'Scenario whose alert chain predicts the records.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette cases" events' -l 'events' -d 'Further timed events, held against the same chain.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette cases" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette cases" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette cases" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette catalogue" search' -l 'search' -d 'Only systems with this word in their id, kind or name.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette catalogue" scenario' -l 'scenario' -d 'A scenario\'s folder, for the systems it knows instead of the shipped ones.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette catalogue" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette catalogue" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette catalogue" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette data" -eq 1' -fa 'install' -d 'Install what is missing or damaged.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette data" -eq 1' -fa 'list' -d 'List the layers and their licences.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette data" -eq 1' -fa 'verify' -d 'Check the layers\' hashes.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data install" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data install" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data list" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data list" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data verify" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data verify" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette data verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette import" -eq 1' -fa 'terrain' -d 'Heights of the ground: GeoTIFF, SRTM .hgt or .hgt.zip, VRT and others.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import terrain" name' -l 'name' -d 'Name under which scenarios find it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import terrain" unit' -l 'unit' -d 'Unit of the heights, m, ft or us-ft; as the file says when left out.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import terrain" band' -l 'band' -d 'Band of heights.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import terrain" progress' -l 'progress' -d 'Progress on standard error: auto, bar, json or none.' -rfka 'auto bar json none'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import terrain" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import terrain" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette import terrain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette schema" -eq 1' -fka 'scenario results'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette schema" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette measure" -eq 1' -fa 'flights' -d 'Time flights of every class on one core.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette measure" -eq 1' -fa 'floor' -d 'Time the floor of one sensor in the middle of a tiled grid.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette measure" -eq 1' -fa 'sensors' -d 'Time sensors spread about a place over an imported terrain, nothing kept.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette measure" -eq 1' -fa 'marching' -d 'Time first arrivals over a square of posts from its middle.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette measure" -eq 1' -fa 'chain' -d 'Time one pass forward and back through random hidden chains, one core.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette measure" -eq 1' -fa 'edits' -d 'Time scripted edits of a posture: what one place, or every place, has left.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure flights" seconds' -l 'seconds' -d 'Seconds for each class.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure flights" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure flights" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure flights" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure floor" out' -l 'out' -d 'File for the floors, plain singles; none is kept when left out.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure floor" mast' -l 'mast' -d 'Antenna above the ground, m.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure floor" density' -l 'density' -d 'Rays for each column of the outermost ring.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure floor" threads' -l 'threads' -d 'Tasks at once.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure floor" pass' -l 'pass' -d 'Time one pass over posts and floors too.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure floor" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure floor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure sensors" latitude' -l 'latitude' -d 'Latitude of the middle, degrees.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure sensors" longitude' -l 'longitude' -d 'Longitude of the middle, degrees.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure sensors" count' -l 'count' -d 'How many.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure sensors" range' -l 'range' -d 'Range, km.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure sensors" cell' -l 'cell' -d 'Kilometres between points.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure sensors" threads' -l 'threads' -d 'Tasks at once.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure sensors" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure sensors" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure marching" posts' -l 'posts' -d 'Posts a side.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure marching" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure marching" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure chain" states' -l 'states' -d 'States, every one with a way to every other.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure chain" days' -l 'days' -d 'Days.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure chain" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure chain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure edits" place' -l 'place' -d 'Id of the place; the first of those named first when left out.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure edits" everywhere' -l 'everywhere' -d 'Ask for every place.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure edits" count' -l 'count' -d 'How many edits.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure edits" draws' -l 'draws' -d 'Draws in each of the 16 replicates, a power of two.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure edits" threads' -l 'threads' -d 'Tasks at once.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure edits" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette measure edits" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" episode' -l 'episode' -d 'Id of one episode; all of them when left out.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" as-of' -l 'as-of' -d 'Leave out what became known after this day (2022-01-31).' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" hindsight' -l 'hindsight' -d 'Count rows from the event, whenever it was told: with hindsight.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" draws' -l 'draws' -d 'Draws in each of the 16 replicates.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" seed' -l 'seed' -d 'Seed.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" threads' -l 'threads' -d 'Tasks at once; results do not depend on it.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" top' -l 'top' -d 'Moments told of each episode.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" thinnings' -l 'thinnings' -d 'How often rows are left out at random to see whether the alarm holds.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" progress' -l 'progress' -d 'Progress on standard error: auto, bar, json or none.' -rfka 'auto bar json none'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" csv' -l 'csv' -d 'Print the daily shares as CSV.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette indicators" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette evidence" -eq 1' -fa 'add' -d 'Add one row at the end. Nothing is ever changed: a correction supersedes a row.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette evidence" -eq 1' -fa 'import' -d 'Add the rows of a CSV file or the features of a GeoJSON file: all or none.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_positional "vedette evidence" -eq 1' -fa 'list' -d 'List rows as they were known on a day, or the echoes of one origin.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" indicator' -l 'indicator' -d 'Code of indicators.yaml.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" observed' -l 'observed' -d 'Day of the event, a month, or two days (2022-01-08..2022-01-14).' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" published' -l 'published' -d 'Day of publication, a month, or two days.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" claim' -l 'claim' -d 'What is claimed, in your words.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" feed' -l 'feed' -d 'Feed of indicators.yaml.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" reliability' -l 'reliability' -d 'Admiralty grade of who says it, A to F.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" credibility' -l 'credibility' -d 'Admiralty grade of what is said, 1 to 6.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" id' -l 'id' -d 'Id; the next free one when left out.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" value' -l 'value' -d 'The number that is told.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" unit' -l 'unit' -d 'Its unit, as in indicators.yaml.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" place' -l 'place' -d 'Where, as a town or region.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" title' -l 'title' -d 'Title of the page.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" link' -l 'link' -d 'Address of the page.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" origin' -l 'origin' -d 'Id of the row it repeats, or a name for their common origin.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" supersedes' -l 'supersedes' -d 'Id of the row it corrects.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" note' -l 'note' -d 'Anything else.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence import" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence import" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence list" as-of' -l 'as-of' -d 'Only what was known by the end of this day (2022-01-31).' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence list" indicator' -l 'indicator' -d 'Only this code or family of indicators.yaml.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence list" feed' -l 'feed' -d 'Only this feed.' -rfka ''
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence list" echoes' -l 'echoes' -d 'Groups of rows that have one origin.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence list" json' -l 'json' -d 'Print as JSON.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence list" version' -l 'version' -d 'Show the version.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette evidence list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'vedette' -n '__vedette_should_offer_completions_for_flags_or_options "vedette help" version' -l 'version' -d 'Show the version.'
