import Findings
import Quantities
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Validation
import Vedette
import Warnings

/// Every field of every table at both ends of what is legal, alone and all at once: a scenario ends in
/// results or in diagnostics.
@Suite struct FieldEndTests {
  /// Some fields of a table, as they are written, and perhaps some of the alert chain.
  struct Case: Sendable, CustomTestStringConvertible {
    let table: String
    let written: [String: String]
    var alert: [String: String] = [:]

    /// What is written under a table.
    func fields(of other: String) -> [String: String] {
      (other == table ? written : [:]).merging(other == "alert" ? alert : [:]) { $1 }
    }

    var testDescription: String {
      let words = [written, alert].flatMap { $0.sorted { $0.key < $1.key } }
      return "\(table): \(words.map { "\($0.key) \($0.value)" })"
    }
  }

  static let tables: [FieldTable] = {
    let all = Vocabulary.shipped
    let moves = all.operations
    return all.kinds + [all.alert, all.channel, all.need, all.reported]
      + [moves.movement, moves.observer, moves.axis, moves.past, moves.attrition]
  }()

  static let cases: [Case] = tables.flatMap { table in
    let ends = table.fields.flatMap { field in
      [field.range.lowerBound, field.range.upperBound].map {
        Case(table: table.name, written: [field.name: text($0, field)])
      }
    }
    // a threat at its ends meets an alert chain at its ends
    let alert = Vocabulary.shipped.alert
    let together = [
      Case(table: table.name, written: lowest(table), alert: lowest(alert)),
      Case(table: table.name, written: highest(table), alert: highest(alert)),
    ]
    guard table["salvo_size"] != nil else { return ends + together }
    // raids, salvos and the all-clear multiply to a month's minutes of alarm
    return ends + together + [
      Case(
        table: table.name,
        written: highest(table).filter { $0.key.hasPrefix("salvo_") },
        alert: highest(alert).filter {
          ["raids", "false_alarms", "all_clear", "region"].contains($0.key)
        })
    ]
  }

  static func lowest(_ table: FieldTable) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: table.fields.map { ($0.name, text($0.range.lowerBound, $0)) })
  }

  static func highest(_ table: FieldTable) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: table.fields.map { ($0.name, text($0.range.upperBound, $0)) })
  }

  /// A value in the unit that is SI.
  static func text(_ value: Double, _ field: Field) -> String {
    let unit = field.units.first { $0.value == 1 }!.key
    return unit.isEmpty ? "\(value)" : "\(value) \(unit)"
  }

  @Test(arguments: cases)
  func aLegalEndGivesResults(_ test: Case) async throws {
    let scenario: Scenario
    do {
      scenario = try Scenario(id: "ends", files: Self.files(test))
    } catch {
      // figures that contradict each other, or say nothing alone, are the only ground to refuse
      let errors = error.diagnostics.filter { $0.severity == .error }
      #expect(
        errors.allSatisfy {
          $0.message.contains(" is above ") || $0.message.contains(" says nothing without ")
        }, "\(error)")
      return
    }
    let results = try await analysis(scenario).results(.draws(4), seed: 1, threads: 1)
    #expect(!results.figures.isEmpty)
    for figure in results.figures {
      let estimate = figure.estimate
      let numbers = [estimate.value, estimate.low, estimate.high].compactMap(\.self)
      #expect(numbers.allSatisfy { $0.isFinite }, "\(figure.id)")
    }
    #expect(!ResultsFile.answer(results).isEmpty)
  }

  /// Without any field at an end the scenario is read: the test above changes nothing else.
  @Test(arguments: tables.map(\.name))
  func theUsualFiguresAreRead(_ table: String) throws {
    _ = try Scenario(id: "ends", files: Self.files(Case(table: table, written: [:])))
  }
}

/// A scenario of one place with a thing of the kind that is tried.
extension FieldEndTests {
  static let sensors = ["ground-radar", "airborne-radar", "observer-line", "air-defence"]

  static func files(_ test: Case) -> [TextFile] {
    let isKind = Vocabulary.shipped.kinds.contains { $0.name == test.table }
    let isSensor = sensors.contains(test.table)
    let isThreat = isKind && !isSensor
    let thing = isKind ? "\nthing:\n  kind: \(test.table)\n" + lines(test.table, test) : ""
    return Island.files([
      "operations.yaml": operations(test),
      "scenario.yaml": scenario(test, edit: isSensor ? "{off: post}" : "{move: force, to: spit}"),
      "catalogue/arms.yaml": Island.catalogue + thing
        + "\nwagon:\n  kind: carrier\n"
        + lines("carrier", Case(table: "carrier", written: [:])),
      "places.csv": """
      id,name,country,district,latitude,longitude,population,settlement,source
      port,Port,IS,South,42.0,12.0,90000,urban,gazette

      """,
      "sites.csv": """
      id,name,country,role,system,latitude,longitude,precision,facing
      north-radar,North radar,IS,radar,dish,43.2,12.4,5 km,
      post,Post,IS,post,\(isSensor ? "thing" : "dish"),42.3,13.0,5 km,100
      mainland,Mainland,FO,garrison,,41.5,15.9,5 km,
      spit,Spit,FO,town,,41.8,14.2,5 km,

      """,
      "formations.csv": """
      id,name,country,system,site,area
      force,Force,FO,\(isThreat ? "thing" : "arrow"),mainland,10 km
      drones,Drones,FO,kite,mainland,20 km

      """,
    ])
  }

  /// Forces of the thing's kind, or of none, close up on the spit and are met at the radar.
  static func operations(_ test: Case) -> String {
    """
    movement:
      other:
    \(lines("movement", test, indent: "    "))  defended:
    \(lines("movement", test, indent: "    "))observers:
      fisher:
    \(lines("observer", test, indent: "    "))axes:
      sand:
        countries: [FO]
        from: spit
        defenders: [IS]
        at: north-radar
    \(lines("axis", test, indent: "    "))past:
      gone:
        countries: [FO]
        from: spit
        posture: calm
        moment: closed
        began: 2030-01-02
    \(lines("past", test, indent: "    "))attrition:
      drone:
    \(lines("attrition", test, indent: "    "))\(
      test.table == "ground-force" ? "prepositioned: thing" : "")

    """
  }

  static func scenario(_ test: Case, edit: String) -> String {
    """
    title: One thing at an end
    region: {south: 40, west: 10, north: 44, east: 17}
    alliance: [IS]
    postures:
      calm: {as_of: 2030-01-01, present: [north-radar, post, force, drones]}
      tense:
        as_of: 2030-06-01
        from: calm
        edits: [\(edit)]
    questions:
      - {before: calm, after: tense, words: a change}
    alert:
      rules: war
      net: \(test.table == "reported" ? "reported" : "tracks")
      reported:
    \(lines("reported", test, indent: "    "))\(lines("alert", test))
    channels:
      siren:
    \(lines("channel", test, indent: "    "))
    needs:
      urban:
    \(lines("need", test, indent: "    "))

    """
  }

  /// The fields of a table: what is tried, and the usual figure of every other, exactly.
  static func lines(_ table: String, _ test: Case, indent: String = "  ") -> String {
    let exact = usual[table]!.mapValues { "{low: \($0), likely: \($0), high: \($0)}" }
    // an order and a message say between which events they last
    let events = ["decision": "localised, to: order", "dissemination": "order, to: sent"]
    return exact.merging(test.fields(of: table)) { $1 }.sorted { $0.key < $1.key }
      .map { name, value in
        guard table == "alert", let link = events[name] else {
          return "\(indent)\(name): \(value)\n"
        }
        let claim = value.hasPrefix("{") ? String(value.dropLast()) : "{value: \(value)"
        return "\(indent)\(name): \(claim), from: \(link)}\n"
      }.joined()
  }

  private static let salvo = ["salvo_size": "4", "salvo_interval": "60 s"]
  private static let radar = [
    "anchor_range": "300 km", "anchor_rcs": "1 m2", "anchor_pd": "0.8",
    "instrumented_range": "470 km", "scan_period": "10 s", "availability": "95 %",
    "minimum_range": "5 km", "minimum_radial_speed": "20 m/s", "jamming": "10", "clutter": "3",
    "wavelength": "10 cm", "vertical_beam": "3 deg",
  ]

  private static let axis = [
    "men": "2000", "approach": "30 km", "roads": "2", "reported_share": "30 %",
    "decision": "1 d", "needed": "1000", "rear": "100", "host_share": "50 %",
    "supply_needed": "5 d", "supply_held": "1 d", "supply_inflow": "1",
  ]
  private static let vehicle = [
    "held": "50", "lost_to_drone": "50 %", "lost_to_munition": "60 %", "lost_to_missile": "70 %",
  ]

  /// Figures with which a thing of each kind takes part.
  static let usual: [String: [String: String]] = [
    "tank": vehicle, "fighting-vehicle": vehicle, "carrier": vehicle,
    "attrition": ["hits": "40 %", "jammed": "30 %", "shot": "20 %"],
    "past": axis.merging(["took": "9 d"]) { $1 },
    "ground-force": [
      "men": "3000", "tanks": "100", "fighting_vehicles": "100", "carriers": "100", "guns": "50",
      "trucks": "500", "notice": "2 d", "strength": "80 %", "recovery": "100 d",
      "crew_travel": "1 d",
    ],
    "movement": [
      "march_speed": "30 km/h", "spacing": "100 m", "march_day": "10 h", "detour": "1.3",
      "rail_from": "100 km", "wheels_on_road": "20 %", "rail_speed": "40 km/h",
      "train_vehicles": "40", "loading": "3 h", "unloading": "3 h", "ramps": "2",
      "trains_a_day": "10", "train_sets": "10", "gauge_change": "6 h",
    ],
    "observer": ["revisit": "1 d", "clear": "50 %", "sees": "50 %", "delay": "1 d"],
    "axis": axis,
    "rocket-artillery": [
      "range": "400 km", "minimum_range": "10 km", "radar_cross_section": "0.1 m2",
      "steepness": "0.2", "air_time": "1.2",
    ].merging(salvo) { $1 },
    "quasi-ballistic": [
      "range": "450 km", "minimum_range": "50 km", "mean_speed": "1300 m/s", "apogee": "45 km",
      "peak_speed": "2100 m/s", "terminal_speed": "1000 m/s", "boost_time": "30 s",
      "lift_loading": "0.001 m2/kg", "lateral_limit": "15 g", "radar_cross_section": "0.1 m2",
      "takeoff_lead": "600 s",
    ].merging(salvo) { $1 },
    "ballistic": [
      "range": "900 km", "minimum_range": "50 km", "boost_time": "60 s", "boost_height": "40 km",
      "drag_loading": "8000 kg/m2", "radar_cross_section": "0.1 m2", "takeoff_lead": "600 s",
    ].merging(salvo) { $1 },
    "aircraft": [
      "range": "1000 km", "speed": "250 m/s", "altitude": "5 km", "radar_cross_section": "3 m2",
    ].merging(salvo) { $1 },
    "cruise": [
      "range": "1000 km", "speed": "220 m/s", "altitude": "100 m",
      "radar_cross_section": "0.1 m2", "takeoff_lead": "600 s",
    ].merging(salvo) { $1 },
    "one-way-drone": [
      "range": "1000 km", "air_speed": "50 m/s", "altitude": "500 m",
      "radar_cross_section": "0.05 m2", "endurance": "10 h", "climb_rate": "3 m/s",
    ].merging(salvo) { $1 },
    "decoy-drone": [
      "range": "1000 km", "air_speed": "45 m/s", "altitude": "500 m",
      "radar_cross_section": "0.02 m2", "side_cross_section": "0.5 m2",
    ].merging(salvo) { $1 },
    "glide-bomb": [
      "range": "400 km", "speed": "230 m/s", "release_height": "10 km",
      "radar_cross_section": "0.1 m2", "takeoff_lead": "600 s",
    ].merging(salvo) { $1 },
    "passive-sensor": [
      "radius": "200 km", "mast": "20 m", "delay": "20 s", "probability": "0.8",
      "availability": "0.9", "fastest": "700 m/s",
    ],
    "ground": ["hill": "18 m", "roughness": "1 m"],
    "ground-radar": [
      "ceiling": "30 km", "mast": "12 m", "sector": "120 deg", "lowest_elevation": "0 deg",
      "highest_elevation": "60 deg",
    ].merging(radar) { $1 },
    "airborne-radar": [
      "altitude": "9 km", "orbit_radius": "30 km", "standoff": "50 km",
    ].merging(radar) { $1 },
    "observer-line": [
      "radius": "40 km", "ceiling": "3 km", "delay": "30 s", "probability": "0.8",
      "availability": "0.9", "fastest": "300 m/s",
    ],
    "air-defence": [
      "engagement_range": "100 km", "ballistic_range": "40 km", "altitude_min": "50 m",
      "altitude_max": "25 km", "reaction": "10 s", "interceptor_speed": "1000 m/s",
      "look_time": "5 s", "sector": "120 deg",
    ],
    "alert": [
      "decision": "60 s", "dissemination": "5 s", "latency": "5 s", "profile_delay": "10 s",
      "behaviour_delay": "60 s", "region": "150 km", "cue_delay": "60 s",
      "cue_availability": "50 %", "line": "10 km", "notice_delay": "10 s",
      "takeoff_probability": "50 %", "takeoff_delay": "60 s", "all_clear": "600 s", "raids": "10",
      "false_alarms": "5", "preparation_probability": "20 %", "preparation_lead": "600 s",
    ],
    "channel": ["coverage": "80 %", "delay": "10 s", "coverage_night": "60 %"],
    "need": [
      "act": "60 %", "confirm": "20 s", "move": "30 s", "confirm_night": "40 s",
      "move_night": "60 s",
    ],
    "reported": [
      "rocket-artillery": "60 s", "quasi-ballistic": "100 s", "ballistic": "100 s",
      "air-launched": "100 s", "aeroballistic": "60 s", "glide-bomb": "600 s",
      "one-way-drone": "30 km", "decoy-drone": "20 km", "cruise": "100 km", "aircraft": "50 km",
    ],
  ]
}
