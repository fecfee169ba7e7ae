public import Scenarios

/// A small made-up scenario: an island with two towns, a radar, a missile across the sea.
public enum Island {
  public static let scenario = """
    title: An island
    region: {south: 40, west: 10, north: 44, east: 16}
    alliance: [IS]
    postures:
      calm:
        as_of: 2030-01-01
        present: [north-radar, far-brigade]
      tense:
        as_of: 2030-06-01
        from: calm
        edits:
          - {move: far-brigade, to: spit}
          - {set: alert.decision, to: 30 s}
      blind:
        as_of: 2030-06-01
        from: calm
        edits: [{off: north-radar}, {add: drones}]
    questions:
      - {before: calm, after: tense, words: the brigade moves closer}
      - {before: calm, after: blind, words: the radar fails}
    alert:
      decision: {value: 60 s, from: localised, to: order}
      dissemination: {value: 5 s, from: order, to: sent}
      latency: 5 s
      profile_delay: 10 s
      behaviour_delay: 60 s
      region: 150 km
      cue_delay: 60 s
      cue_availability: 50 %
      ways: {peace: {quasi-ballistic: [track]}, war: {quasi-ballistic: [track]}}
    channels:
      siren: {coverage: 80 %, delay: 10 s}
    needs:
      urban: {confirm: 20 s, move: 30 s}
    trials:
      - id: closer
        words: The move shortens warning
        said_by: the island's press
        holds: {quantity: warning, posture: tense, before: calm, falls_by: 1 s}

    """

  public static let catalogue = """
    arrow:
      kind: quasi-ballistic
      range: {low: 400 km, likely: 450 km, high: 500 km, source: gazette}
      minimum_range: 50 km
      mean_speed: {low: 1200 m/s, likely: 1300 m/s, high: 1400 m/s, source: gazette}
      apogee: 45 km ± 5 km [gazette]
      peak_speed: {up_to: 2100 m/s, source: maker}
      terminal_speed: 1000 m/s
      boost_time: 30 s
      lift_loading: 0.001 m2/kg
      lateral_limit: 15 g
      radar_cross_section: {law: lognormal, median: 0.1 m2, factor: 2}
    kite:
      kind: one-way-drone
      range: 1000 km
      air_speed: 180 km/h
      altitude: {law: choice, values: [100 m, 2000 m], weights: [1, 1]}
      radar_cross_section: 0.05 m2
    dish:
      kind: ground-radar
      anchor_range: 300 km
      anchor_rcs: 1 m2
      anchor_pd: 0.8
      instrumented_range: 470 km
      ceiling: 30 km
      scan_period: 10 s
      mast: 12 m
      availability: 95 %

    """

  public static let places = """
    id,name,country,district,latitude,longitude,population,settlement,source
    port,Port,IS,South,42.0,12.0,90000,urban,gazette
    mill,Mill,IS,North,43.0,12.5,8000,urban,gazette

    """

  public static let sites = """
    id,name,country,role,system,latitude,longitude,precision
    north-radar,North radar,IS,radar,dish,43.2,12.4,5 km
    mainland,Mainland,FO,garrison,,41.5,15.9,5 km
    spit,Spit,FO,town,,41.8,14.2,5 km

    """

  public static let formations = """
    id,name,country,system,site,area
    far-brigade,Far brigade,FO,arrow,mainland,10 km
    drones,Drones,FO,kite,mainland,20 km

    """

  public static let sources = """
    id,title,publisher,date,link,reliability,credibility,origin,maker
    gazette,Island gazette,The Gazette,2029-05-01,,B,2,,
    maker,Arrow brochure,Arrow Works,,,C,3,,yes

    """

  /// Rates with which a single report can be weighed by hand: a report is half as likely as what it tells,
  /// one in ten tells what is not so, and only preparation of an attack happens more often.
  public static let indicators = """
    method: {cost_ratio: 1, coercion_cost_ratio: 1, cap: 20, dispersion: 2, cusum_reference: 1, cusum_alarm: 3, troops_alarm: 5000}
    purposes:
      exercise: {onset: {low: 1, likely: 1, high: 1}, duration: {low: 60 d, likely: 60 d, high: 60 d}}
      coercion: {onset: {low: 1, likely: 1, high: 1}, duration: {low: 60 d, likely: 60 d, high: 60 d}, escalates: {low: 0, likely: 0, high: 0}}
      attack: {onset: {low: 1, likely: 1, high: 1}, duration: {low: 100 d, likely: 100 d, high: 100 d}, called_off: {low: 50 %, likely: 50 %, high: 50 %}}
      other: {onset: {low: 1, likely: 1, high: 1}, duration: {low: 60 d, likely: 60 d, high: 60 d}}
    staged: {share: {low: 0, likely: 0, high: 0}}
    feeds:
      gazette: {title: The Gazette, grade: A1, ascertainment: {low: 50 %, likely: 50 %, high: 50 %}, false_reports: {low: 10 %, likely: 10 %, high: 10 %}, delay: {low: 1 d, likely: 1 d, high: 1 d}}
      rumour: {title: Rumour, grade: B2, ascertainment: {low: 50 %, likely: 50 %, high: 50 %}, false_reports: {low: 10 %, likely: 10 %, high: 10 %}, delay: {low: 1 d, likely: 1 d, high: 1 d}}
    families:
      ferries:
        title: Ferries
        codes: [ferry, crew]
        routine: {low: 20 %, likely: 20 %, high: 20 %}
        exercise: {low: 20 %, likely: 20 %, high: 20 %}
        coercion: {low: 20 %, likely: 20 %, high: 20 %}
        attack: {low: 60 %, likely: 60 %, high: 60 %}
        other: {low: 20 %, likely: 20 %, high: 20 %}
      words:
        title: Words
        codes: [speech]
        nuclear: yes
        routine: {low: 20 %, likely: 20 %, high: 20 %}
        exercise: {low: 20 %, likely: 20 %, high: 20 %}
        coercion: {low: 60 %, likely: 60 %, high: 60 %}
        attack: {low: 20 %, likely: 20 %, high: 20 %}
        other: {low: 20 %, likely: 20 %, high: 20 %}
    unused: [weather]
    values:
      crew:
        unit: men
        factor: 2
        routine: {low: 100, likely: 100, high: 100}
        exercise: {low: 100, likely: 100, high: 100}
        coercion: {low: 100, likely: 100, high: 100}
        attack: {low: 400, likely: 400, high: 400}
        other: {low: 100, likely: 100, high: 100}

    """

  public static let episodes = """
    id,title,start,end,purpose,event,posture
    spring,Spring,2030-01-01,2030-03-31,attack,2030-04-01,calm

    """

  /// The header of a log, and rows of it.
  public static func log(_ rows: [String]) -> String {
    ([
      "id,observed,published,indicator,claim,value,unit,feed,reliability,credibility,link,origin,supersedes,recorded"
    ]
      + rows).joined(separator: "\n") + "\n"
  }

  /// The island with indicators, one episode and a log.
  public static func watched(_ rows: [String], _ replaced: [String: String] = [:]) -> [TextFile] {
    files(
      ["indicators.yaml": indicators, "episodes.csv": episodes, "observations.csv": log(rows)]
        .merging(replaced) { $1 })
  }

  /// The scenario's files; some may be replaced.
  public static func files(_ replaced: [String: String] = [:]) -> [TextFile] {
    var texts = [
      "scenario.yaml": scenario, "catalogue/arms.yaml": catalogue, "places.csv": places,
      "sites.csv": sites, "formations.csv": formations, "sources.csv": sources,
    ]
    texts.merge(replaced) { $1 }
    return texts.sorted { $0.key < $1.key }.map {
      TextFile(name: $0.key, bytes: Array($0.value.utf8))
    }
  }
}
