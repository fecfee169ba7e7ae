import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// Every refusal, word for word: the island with one thing changed.
@Suite struct RefusalTests {
  /// File, what is replaced, by what, and the first line of the diagnostic that must appear.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let file, old, new, says: String
    var testDescription: String { says }
  }

  static let mistakes: [Mistake] = [
    // units, numbers, laws
    Mistake(
      file: "catalogue/arms.yaml", old: "minimum_range: 50 km", new: "minimum_range: 600 km",
      says:
        "catalogue/arms.yaml:4:18: error: arrow: minimum_range of 600000 m is above range, at most 500000 m"
    ),
    Mistake(
      file: "catalogue/arms.yaml", old: "  mast: 12 m",
      new: "  mast: 12 m\n  minimum_range: 480 km",
      says:
        "catalogue/arms.yaml:28:18: error: dish: minimum_range of 480000 m is above instrumented_range, at most 470000 m"
    ),
    Mistake(
      file: "catalogue/arms.yaml", old: "dish:\n",
      new: """
        lob:
          kind: ballistic
          range: 900 km
          minimum_range: 100 km
          boost_time: 60 s
          boost_height: 80 km
          drag_loading: 8000 kg/m2
          apogee: 60 km
          radar_cross_section: 0.1 m2
        dish:

        """,
      says:
        "catalogue/arms.yaml:24:17: error: lob: boost_height of 80000 m is above apogee, at most 60000 m"
    ),
    Mistake(
      file: "catalogue/arms.yaml", old: "minimum_range: 50 km", new: "minimum_range: -5 km",
      says: "catalogue/arms.yaml:4:18: error: minimum_range: -5 km is out of range"),
    Mistake(
      file: "catalogue/arms.yaml", old: "  mast: 12 m",
      new: "  mast: 12 m\n  processes: [cruisers]",
      says: "catalogue/arms.yaml:28:15: error: 'cruisers' is not a known processes"),
    Mistake(
      file: "sites.csv", old: "id,name,country,role,system,latitude,longitude,precision",
      new: "id,name,country,role,system,latitude,longitude,facing",
      says:
        "sites.csv:2:49: error: facing: found '5 km', expected a number and a unit (none, deg)"),
    Mistake(
      file: "catalogue/arms.yaml", old: "minimum_range: 50 km", new: "minimum_range: 50",
      says:
        "catalogue/arms.yaml:4:18: error: minimum_range: found '50', expected a number and a unit (m, km, cm, ft, nmi)"
    ),
    Mistake(
      file: "catalogue/arms.yaml", old: "minimum_range: 50 km", new: "minimum_range: nan km",
      says:
        "catalogue/arms.yaml:4:18: error: minimum_range: found 'nan km', expected a number and a unit (m, km, cm, ft, nmi)"
    ),
    Mistake(
      file: "catalogue/arms.yaml", old: "minimum_range: 50 km", new: "minimum_range: -.inf",
      says:
        "catalogue/arms.yaml:4:18: error: minimum_range: found '-.inf', expected a number and a unit (m, km, cm, ft, nmi)"
    ),
    Mistake(
      file: "catalogue/arms.yaml", old: "boost_time: 30 s", new: "boost_time: 0 s",
      says: "catalogue/arms.yaml:9:15: error: boost_time: 0 s is out of range"),
    Mistake(
      file: "catalogue/arms.yaml", old: "low: 400 km, likely: 450 km",
      new: "low: 460 km, likely: 450 km",
      says: "catalogue/arms.yaml:3:10: error: range: low, likely and high are not in this order"),
    Mistake(
      file: "catalogue/arms.yaml", old: "{up_to: 2100 m/s, source: maker}", new: "{source: maker}",
      says: "catalogue/arms.yaml:7:15: error: peak_speed: a claim without a value"),
    Mistake(
      file: "catalogue/arms.yaml", old: "law: lognormal", new: "law: lognormale",
      says: "catalogue/arms.yaml:12:30: error: 'lognormale' is not a known law"),
    Mistake(
      file: "catalogue/arms.yaml", old: "weights: [1, 1]", new: "weights: [0, 0]",
      says:
        "catalogue/arms.yaml:17:13: error: choice: expected values and as many weights, one of them above 0"
    ),
    Mistake(
      file: "catalogue/arms.yaml", old: "scan_period: 10 s", new: "scan_period: 0 s",
      says: "catalogue/arms.yaml:26:16: error: scan_period: 0 s is out of range"),
    Mistake(
      file: "catalogue/arms.yaml", old: "radar_cross_section: 0.05 m2",
      new: "radar_cross_section: {law: empirical, file: ../../etc/passwd}",
      says:
        "catalogue/arms.yaml:18:47: error: '../../etc/passwd' leads out of the scenario's folder"),
    Mistake(
      file: "catalogue/arms.yaml", old: "radar_cross_section: 0.05 m2",
      new: "radar_cross_section: {law: empirical, file: /vsicurl/x}",
      says:
        "catalogue/arms.yaml:18:47: error: '/vsicurl/x' is not a path inside the scenario's folder"),
    Mistake(
      file: "catalogue/arms.yaml", old: "radar_cross_section: 0.05 m2",
      new: "radar_cross_section: {law: empirical, file: none.csv}",
      says: "catalogue/arms.yaml:18:47: error: no file 'none.csv' in the scenario's folder"),
    // names
    Mistake(
      file: "catalogue/arms.yaml", old: "air_speed:", new: "airspeed:",
      says: "catalogue/arms.yaml:16:3: error: 'airspeed' is not a known field of kite"),
    Mistake(
      file: "catalogue/arms.yaml", old: "  mast: 12 m\n", new: "",
      says: "catalogue/arms.yaml:19:1: error: dish: 'mast' is missing"),
    Mistake(
      file: "catalogue/arms.yaml", old: "kind: ground-radar", new: "kind: ground-rader",
      says: "catalogue/arms.yaml:20:9: error: 'ground-rader' is not a known kind"),
    Mistake(
      file: "catalogue/arms.yaml", old: "source: maker", new: "source: makers",
      says: "catalogue/arms.yaml:7:15: error: 'makers' is not a known source"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "aliance: [IS]",
      says: "scenario.yaml:3:1: error: 'aliance' is not a known key of the scenario"),
    Mistake(
      file: "scenario.yaml", old: "title: An island\n", new: "",
      says: "scenario.yaml:1:1: error: the scenario: 'title' is missing"),
    Mistake(
      file: "scenario.yaml", old: "from: calm\n    edits:\n      - {move",
      new: "from: clam\n    edits:\n      - {move",
      says: "scenario.yaml:10:11: error: 'clam' is not a known earlier posture"),
    Mistake(
      file: "scenario.yaml", old: "{move: far-brigade, to: spit}", new: "{move: far-brigade}",
      says: "scenario.yaml:12:9: error: move: 'to' is missing"),
    Mistake(
      file: "scenario.yaml", old: "{move: far-brigade, to: spit}",
      new: "{mov: far-brigade, to: spit}",
      says: "scenario.yaml:12:10: error: 'mov' is not a known key of edit"),
    Mistake(
      file: "scenario.yaml", old: "set: alert.decision", new: "set: alert.decisions",
      says: "scenario.yaml:13:15: error: 'alert.decisions' is not the address of an input"),
    Mistake(
      file: "scenario.yaml", old: "as_of: 2030-06-01\n    from: calm\n    edits:\n",
      new: "as_of: 2030-02-30\n    from: calm\n    edits:\n",
      says: "scenario.yaml:9:12: error: as_of: found '2030-02-30', expected a day (2026-01-28)"),
    Mistake(
      file: "scenario.yaml", old: "after: tense", new: "after: tens",
      says: "scenario.yaml:19:27: error: 'tens' is not a known posture"),
    Mistake(
      file: "scenario.yaml", old: "falls_by: 1 s", new: "below: 1 s",
      says: "scenario.yaml:39:12: error: holds: 'falls_by' is missing"),
    Mistake(
      file: "scenario.yaml", old: "{south: 40, west: 10, north: 44, east: 16}",
      new: "{south: 44, west: 10, north: 40, east: 16}",
      says:
        "scenario.yaml:2:9: error: region: south must be below north, and west below east (or over 180: west 170, east -170)"
    ),
    Mistake(
      file: "scenario.yaml", old: "coverage: 80 %", new: "coverage: 180 %",
      says: "scenario.yaml:32:21: error: coverage: 180 % is out of range"),
    // tables
    Mistake(
      file: "places.csv", old: "42.0,12.0", new: "92.0,12.0",
      says: "places.csv:2:20: error: latitude: 92.0 is out of range"),
    Mistake(
      file: "places.csv", old: "mill,Mill", new: "port,Mill",
      says: "places.csv:3:1: error: id 'port' stands twice; first in line 2"),
    Mistake(
      file: "places.csv", old: ",urban,gazette\nmill", new: ",urbane,gazette\nmill",
      says: "places.csv:2:1: error: 'urbane' is not a known settlement of needs"),
    Mistake(
      file: "places.csv", old: "id,name,country", new: "id,nam,country",
      says: "places.csv:1:4: error: 'nam' is not a known column"),
    Mistake(
      file: "sites.csv", old: "43.2,12.4,5 km", new: "43.2,12.4,10 m",
      says: "sites.csv:2:49: error: precision: 10 m is out of range"),
    Mistake(
      file: "formations.csv", old: "arrow,mainland", new: "arow,mainland",
      says: "formations.csv:2:1: error: 'arow' is not a known system"),
    Mistake(
      file: "sources.csv", old: "Gazette,2029-05-01,,B,2", new: "Gazette,2029-05-01,,G,2",
      says: "sources.csv:2:48: error: reliability: found 'G'"),
    Mistake(
      file: "catalogue/arms.yaml", old: "boost_time: 30 s",
      new: "boost_time: {value: 30 s, low: 20 s, likely: 30 s, high: 40 s}",
      says:
        "catalogue/arms.yaml:9:15: error: boost_time: a claim says one thing; found value, low, likely, high"
    ),
    Mistake(
      file: "catalogue/arms.yaml", old: "boost_time: 30 s",
      new: "boost_time: {law: normal, mean: 30 s, spread: 0 s}",
      says: "catalogue/arms.yaml:9:15: error: normal: expected a mean and a spread above 0"),
    Mistake(
      file: "scenario.yaml", old: "  cue_availability: 50 %\n",
      new: "  cue_availability: 50 %\n  countries: {is: {net: none}}\n",
      says: "scenario.yaml:30:15: error: countries: found 'is', expected two capital letters"),
    Mistake(
      file: "scenario.yaml", old: "  cue_availability: 50 %\n",
      new: "  cue_availability: 50 %\n  countries: {ZZ: {net: none}}\n",
      says: "scenario.yaml:30:15: error: 'ZZ' is not the country of any place or logged alert"),
    // countries
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "alliance: [IS, is]",
      says: "scenario.yaml:3:16: error: alliance: found 'is', expected two capital letters"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "alliance: [ISLAND]",
      says: "scenario.yaml:3:12: error: alliance: found 'ISLAND', expected two capital letters"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "alliance: [\"IS,FO\"]",
      says: "scenario.yaml:3:12: error: alliance: found 'IS,FO', expected two capital letters"),
    Mistake(
      file: "places.csv", old: "Port,IS", new: "Port,Is",
      says: "places.csv:2:11: error: country: found 'Is', expected two capital letters"),
    Mistake(
      file: "sites.csv", old: "Spit,FO", new: "Spit,F0",
      says: "sites.csv:4:11: error: country: found 'F0', expected two capital letters"),
    Mistake(
      file: "formations.csv", old: "Drones,FO", new: "Drones,ÉO",
      says: "formations.csv:3:15: error: country: found 'ÉO', expected two capital letters"),
    // laws that no legal value comes of
    Mistake(
      file: "catalogue/arms.yaml", old: "boost_time: 30 s",
      new: "boost_time: {law: normal, mean: 30 s, spread: 1e308 s}",
      says: "catalogue/arms.yaml:9:49: error: spread: 1e308 s is out of range"),
    Mistake(
      file: "catalogue/arms.yaml", old: "boost_time: 30 s", new: "boost_time: 30 ± 1e300 s",
      says: "catalogue/arms.yaml:9:15: error: boost_time: spread: 1e300 s is out of range"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]",
      new: "alliance: [IS]\ngrades: {reliability: [1e-200, 1, 1, 1, 1, 1]}",
      says: "scenario.yaml:4:24: error: reliability: 1e-200 is out of range"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]",
      new: "alliance: [IS]\ngrades: {reliability: [1, 1]}",
      says: "scenario.yaml:4:23: error: reliability: expected six numbers from 0.000001 to 1"),
    Mistake(
      file: "scenario.yaml", old: "{south: 40, west: 10, north: 44, east: 16}",
      new: "{south: 89.9999999, west: 10, north: 90, east: 16}",
      says:
        "scenario.yaml:2:9: error: region: found 1e-07 by 6 degrees, expected at least 0.01 each way"
    ),
    // what an edit sets has the limits of its own kind
    Mistake(
      file: "scenario.yaml", old: "{set: alert.decision, to: 30 s}",
      new: "{set: catalogue.arrow.range, to: 7000 km}",
      says: "scenario.yaml:13:42: error: range: 7000 km is out of range"),
    Mistake(
      file: "scenario.yaml", old: "{set: alert.decision, to: 30 s}",
      new: "{set: catalogue.arrow.mean_speed, to: 60 m/s}",
      says: "scenario.yaml:13:47: error: mean_speed: 60 m/s is out of range"),
    Mistake(
      file: "scenario.yaml", old: "{set: alert.decision, to: 30 s}",
      new: "{set: catalogue.arrow.air_speed, to: 60 m/s}",
      says:
        "scenario.yaml:13:15: error: 'catalogue.arrow.air_speed' is not the address of an input"),
    Mistake(
      file: "scenario.yaml", old: "{set: alert.decision, to: 30 s}",
      new: "{set: catalogue.bow.range, to: 600 km}",
      says: "scenario.yaml:13:15: error: 'catalogue.bow.range' has no claim to replace"),
    // comparisons
    Mistake(
      file: "scenario.yaml", old: "after: tense", new: "after: calm",
      says: "scenario.yaml:19:27: error: posture 'calm' is compared with itself"),
    Mistake(
      file: "scenario.yaml", old: "posture: tense, before: calm",
      new: "posture: calm, before: calm",
      says: "scenario.yaml:39:41: error: posture 'calm' is compared with itself"),
    Mistake(
      file: "scenario.yaml", old: "  cue_availability: 50 %\n",
      new: "  cue_availability: 50 %\n  countries: {IS: {net: reported}}\n",
      says: "scenario.yaml:30:15: error: IS: net is 'reported' but 'reported' is missing"),
    Mistake(
      file: "scenario.yaml", old: "present: [north-radar,", new: "present: [spit,",
      says: "scenario.yaml:7:15: error: site 'spit' has no sensor that a posture could switch"),
    Mistake(
      file: "scenario.yaml", old: "after: blind", new: "after: tense",
      says: "scenario.yaml:20:14: error: 'calm' to 'tense' is asked twice"),
    // what Vedette never does
    Mistake(
      file: "catalogue/arms.yaml", old: "boost_time: 30 s", new: "warhead_mass: 30 s",
      says: "catalogue/arms.yaml:9:3: error: 'warhead_mass': Vedette does not model weapon design"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "aim_points: [IS]",
      says: "scenario.yaml:3:1: error: 'aim_points': Vedette does not model aim points and accuracy"
    ),
    Mistake(
      file: "formations.csv", old: "site,area", new: "site,launch_azimuth",
      says:
        "formations.csv:1:29: error: 'launch_azimuth': Vedette does not model launch azimuths, burnout states and guidance"
    ),
    // words that only look like those
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "claims: [IS]",
      says: "scenario.yaml:3:1: error: 'claims' is not a known key of the scenario"),
    Mistake(
      file: "catalogue/arms.yaml", old: "boost_time: 30 s", new: "skill: 30 s",
      says: "catalogue/arms.yaml:9:3: error: 'skill' is not a known field of arrow"),
    // hostile text
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "alliance: &a [IS]",
      says: "scenario.yaml:3:11: error: '&' starts an anchor or alias; they are not accepted"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "alliance: *a",
      says: "scenario.yaml:3:11: error: '*' starts an anchor or alias; they are not accepted"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]", new: "alliance: !!python [IS]",
      says: "scenario.yaml:3:11: error: '!' starts a tag; tags are not accepted"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]",
      new: "alliance: " + String(repeating: "[", count: 40),
      says: "scenario.yaml:3:27: error: brackets nested deeper than 16"),
    Mistake(
      file: "scenario.yaml", old: "alliance: [IS]",
      new: String(repeating: "- ", count: 200) + "x",
      says: "scenario.yaml:3:65: error: nesting deeper than 64 columns"),
    Mistake(
      file: "scenario.yaml", old: "title: An island", new: "title: An island\ntitle: Two",
      says: "scenario.yaml:1:1: error: a key stands twice: title"),
    Mistake(
      file: "scenario.yaml", old: "title: An island", new: "title: [An island",
      says: "scenario.yaml:2:7: error: not YAML: did not find expected ',' or ']'"),
    Mistake(
      file: "scenario.yaml", old: "title: An island", new: "title: \u{1}",
      says: "scenario.yaml:1:8: error: control character 1; plain text is expected"),
    Mistake(
      file: "scenario.yaml", old: "title: An island",
      new: "title: " + String(repeating: "9", count: 30_000),
      says: "scenario.yaml:1:1: error: a line longer than 20000 characters"),
    Mistake(
      file: "places.csv", old: "port,Port", new: "port,\"Port",
      says: "places.csv:2:6: error: a quoted cell that is never closed"),
  ]

  static func diagnostics(_ files: [TextFile]) -> [Diagnostic] {
    do {
      _ = try Scenario(id: "island", files: files)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test(arguments: mistakes)
  func isSaidWordForWord(mistake: Mistake) throws {
    let text = try #require(
      Island.files().first { $0.name == mistake.file }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      })
    let changed = text.replacing(mistake.old, with: mistake.new)
    #expect(changed != text, "the island does not hold '\(mistake.old)'")
    let found = Self.diagnostics(Island.files([mistake.file: changed])).map {
      String($0.description.split(separator: "\n")[0])
    }
    #expect(found.contains(mistake.says), "found: \(found.joined(separator: "\n"))")
  }

  /// What a catalogue's own kind allows may be set, whatever another kind allows.
  @Test func anEditIsHeldAgainstItsOwnKind() {
    let text = Island.scenario.replacing(
      "{set: alert.decision, to: 30 s}", with: "{set: catalogue.arrow.range, to: 600 km}")
    #expect(Self.diagnostics(Island.files(["scenario.yaml": text])).isEmpty)
  }

  /// A range that runs out of the legal values is read; what is drawn of it is held inside.
  @Test(arguments: ["{law: normal, mean: 30 s, spread: 60 s}", "30 ± 60 s"])
  func aRangeMayRunOutOfTheLegalValues(claim: String) throws {
    let catalogue = Island.catalogue.replacing("boost_time: 30 s", with: "boost_time: \(claim)")
    let scenario = try Scenario(
      id: "island", files: Island.files(["catalogue/arms.yaml": catalogue]))
    let law = try #require(
      scenario.theatre.bibliography.laws[Address("catalogue", "arrow", "boost_time")])
    #expect(law.range.lowerBound < 0 && law.drawn.lowerBound == 5)
    #expect(law.drawn.upperBound <= 120 && law.bounds == 5...120)
  }

  /// A lone share of 95 % has a spread of 20 % by its grade, and is never more than all.
  @Test func aShareIsNeverMoreThanAll() throws {
    let scenario = try Scenario(id: "island", files: Island.files())
    let law = try #require(
      scenario.theatre.bibliography.laws[Address("catalogue", "dish", "availability")])
    #expect(law.range == 0.76...1 && abs(law.likely - 0.95) < 1e-12)
  }

  /// Who writes 100 % means always.
  @Test func allIsAll() throws {
    let catalogue = Island.catalogue.replacing("availability: 95 %", with: "availability: 100 %")
    let scenario = try Scenario(
      id: "island", files: Island.files(["catalogue/arms.yaml": catalogue]))
    let law = try #require(
      scenario.theatre.bibliography.laws[Address("catalogue", "dish", "availability")])
    #expect(law.range == 1...1)
  }

  @Test func theIslandItselfIsRead() {
    #expect(Self.diagnostics(Island.files()).isEmpty)
  }

  /// Everything wrong is told at once, in reading order, with the nearest name.
  @Test func allMistakesAtOnce() {
    let broken = Island.scenario.replacing("after: blind", with: "after: blnd")
      .replacing("alliance", with: "aliance")
    let places = Island.places.replacing("42.0", with: "x")
    let found = Self.diagnostics(Island.files(["scenario.yaml": broken, "places.csv": places]))
    let errors = found.filter { $0.severity == .error }
    #expect(errors.map(\.span.file) == ["places.csv", "scenario.yaml", "scenario.yaml"])
    #expect(errors.last?.help == "did you mean 'blind'?")
  }

  @Test(arguments: [[0xff, 0xfe, 0x41, 0], [0x74, 0xc3, 0x28, 0x0a]] as [[UInt8]])
  func otherEncodingsAreRefused(bytes: [UInt8]) {
    var files = Island.files()
    files.removeAll { $0.name == "scenario.yaml" }
    files.append(TextFile(name: "scenario.yaml", bytes: bytes))
    let text = Self.diagnostics(files)[0].message
    #expect(text.contains("UTF-8 is expected"), "\(text)")
  }

  @Test func aMissingScenarioIsSaid() {
    let files = Island.files().filter { $0.name != "scenario.yaml" }
    #expect(Self.diagnostics(files).map(\.message) == ["the scenario has no scenario.yaml"])
  }

  @Test func aFileTooLargeIsRefused() {
    var files = Island.files()
    files.append(
      TextFile(name: "catalogue/big.yaml", bytes: Array(repeating: 0x61, count: 8_000_001)))
    #expect(
      Self.diagnostics(files).map(\.message).contains(
        "a file of 8000001 bytes; at most 8000000 bytes are read"))
  }
}

/// Thousands of damaged scenarios: every one ends, in words or in a scenario.
@Suite struct MutationTests {
  /// SplitMix64, the test's own source of damage.
  struct Damage {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((z ^ (z >> 31)) % UInt64(limit))
    }
  }

  static let tokens = [
    "nan", "-1", "1e308", "[", "]", "{", "}", "&a ", "*a", ": ", "- ", "\n", "\"", "'", "#", "km",
    "%", "null", "~", "\u{0}", "\u{feff}", "é", "99999999999999999999", ",", ",,,,", "..", "|", ">",
    "? ",
  ]

  @Test(arguments: 0..<8)
  func noDamageCrashesTheReader(seed: Int) {
    var damage = Damage(state: UInt64(seed))
    let files = Island.files()
    var read = 0
    for _ in 0..<500 {
      let victim = damage.next(files.count)
      var bytes = files[victim].bytes
      for _ in 0...damage.next(3) {
        let at = damage.next(bytes.count)
        switch damage.next(5) {
        case 0: bytes[at] = UInt8(damage.next(256))
        case 1: bytes.remove(at: at)
        case 2:
          bytes.insert(contentsOf: Array(Self.tokens[damage.next(Self.tokens.count)].utf8), at: at)
        case 3: bytes = Array(bytes[..<max(at, 1)])
        default:
          let end = min(bytes.count, at + damage.next(80))
          bytes.insert(contentsOf: bytes[at..<end], at: damage.next(bytes.count))
        }
      }
      var damaged = files
      damaged[victim] = TextFile(name: files[victim].name, bytes: bytes)
      do {
        _ = try Scenario(id: "island", files: damaged)
        read += 1
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
    #expect(read < 500)
  }
}
