import Datasets
import Findings
import Foundation
import Kernels
import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Validation
import Vedette

/// The log of dated alerts: how it is read, what it makes of a chain, and that it never predicts itself.
@Suite struct AlertLogTests {
  static let header =
    "id,date,country,place,class,rules,distance,launch,sign,sign_kind,order,sent,received,arrival,source\n"

  /// The island at war, known only by reports, with a log of alerts.
  private static func island(_ rows: [String], reports: String = "") -> [String: String] {
    let text = Island.scenario.replacing(
      "  cue_availability: 50 %\n",
      with: "  cue_availability: 50 %\n  rules: war\n  net: reported\n\(reports)")
    return ["scenario.yaml": text, "alerts.csv": header + rows.joined(separator: "\n") + "\n"]
  }

  private static func scenario(_ rows: [String], reports: String = "") throws -> Scenario {
    try Scenario(id: "island", files: Island.files(island(rows, reports: reports)))
  }

  private static func row(
    _ id: String, country: String = "IS", class threat: String = "quasi-ballistic",
    launch: String, sent: String, arrival: String = ""
  ) -> String {
    "\(id),2029-05-01,\(country),Port,\(threat),war,,\(launch),,,,\(sent),,\(arrival),gazette"
  }

  private static let net = Address("net", "is", "quasi-ballistic")

  /// A country's own rows count one each, those of others three together where countries differ no more than events, one
  /// where they differ far more, statements one together. Worked out by hand: alerts after 70 and 71 s, abroad after 69 to 74
  /// s (within² 17.75 / 6, between² nought) or 129 to 134 s (between² some 1 800, so that a six-hundredth of a row would
  /// be as much).
  @Test(arguments: [("10:01:", 3.0), ("10:02:", 1)])
  func ownRowsCountMost(_ minute: String, _ lent: Double) throws {
    let own = (0..<2).map { Self.row("a\($0)", launch: "10:00:00", sent: "10:01:\(10 + $0)") }
    let others = (0..<6).map {
      Self.row(
        "b\($0)", country: "FO", launch: "10:00:00",
        sent: "\(minute)\($0 == 0 ? "09" : "\(9 + $0)")")
    }
    let theatre = try Self.scenario(
      own + others, reports: "  reported: {quasi-ballistic: [100 s, 120 s]}\n"
    ).theatre
    let law = try #require(theatre.bibliography.laws[Self.net])
    func weight(_ prefix: String) -> Double {
      law.components.filter { $0.claim?.contains("#\(prefix)") ?? false }.reduce(0) {
        $0 + $1.weight
      }
    }
    #expect(abs(weight("a") - 2 / (3 + lent)) < 1e-12)
    #expect(abs(weight("b") - lent / (3 + lent)) < 1e-12)
    #expect(law.components.count == 10)
  }

  /// Rows count once each whatever their grade, unless nobody would believe them.
  @Test func aGradeDecidesBeliefNotFrequency() throws {
    let sources = """
      gossip,Gossip,,,,D,4,,
      fable,Fable,,,,E,5,,

      """
    let rows = ["gazette", "gossip", "fable"].enumerated().map { index, source in
      Self.row("r\(index)", launch: "10:00:00", sent: "10:01:1\(index)")
        .replacing(",gazette", with: ",\(source)")
    }
    var files = Self.island(rows)
    files["sources.csv"] = Island.sources + sources
    let theatre = try Scenario(id: "island", files: Island.files(files)).theatre
    let law = try #require(theatre.bibliography.laws[Self.net])
    #expect(law.components.map(\.weight) == [0.5, 0.5])
  }

  /// Published values of Student's 90th percentile (Abramowitz and Stegun, table 26.10), ± 0.001.
  @Test(arguments: [(1, 3.078), (5, 1.476), (10, 1.372), (15, 1.341), (30, 1.310), (60, 1.296)])
  func student(freedom: Int, published: Double) {
    #expect(abs(Pool.student(freedom) - published) < 0.001)
  }

  /// Two values with deviation 1: f = 3.078 √1.5 / 1.2816 = 2.9415, so a width of √(f² − 1) = 2.7663.
  @Test func fewRowsMakeWideKernels() throws {
    let width = try #require(Pool.width([0, 2.0.squareRoot()]))
    #expect(abs(width - 2.7663) < 0.001)
    #expect(Pool.width([4]) == nil && Pool.width([4, 4]) == nil)
  }

  /// Whatever is written of an event, what is said of it stays the same: it is left out of its own log.
  @Test func anEventNeverPredictsItself() throws {
    let others = (0..<5).map {
      Self.row("a\($0)", launch: "10:00", sent: "10:0\($0 + 1)", arrival: "10:09")
    }
    func band(_ row: String) throws -> EventRow.Band {
      var document = try ShippedTests.scenario.get().document
      let island = try Self.scenario(others + [row])
      document.alerts = island.document.alerts
      document.sources += island.document.sources
      let rows = TimedEvents.rows(document)
      return try #require(rows.first { $0.event.id == "own" }?.ours)
    }
    let early = try band(Self.row("own", launch: "10:00", sent: "09:30", arrival: "10:09"))
    let late = try band(Self.row("own", launch: "10:00", sent: "10:40", arrival: "10:09"))
    #expect(early.low == late.low && early.middle == late.middle && early.high == late.high)
  }

  /// The shipped log predicts its own events, each left out: at least four in five inside the 80 % band, in every class
  /// with five or more no fewer than three in four, and the README says the same figures.
  @Test func theShippedLogPredictsItself() throws {
    let rows = TimedEvents.rows(try ShippedTests.scenario.get().document)
    let (all, classes) = TimedEvents.summary(rows)
    #expect(5 * all.inside >= 4 * all.count && all.count == rows.count)
    for (name, summary) in classes where summary.count >= 5 {
      #expect(4 * summary.inside >= 3 * summary.count, "\(name)")
    }
    let readme = String(
      decoding: try Files.read(repository.appendingPathComponent("README.md")), as: UTF8.self)
    #expect(readme.contains("\(all.inside) of \(all.count) lie inside"))
    let records = try Records.rows(
      path: repository.appendingPathComponent("Cases").path, scenario: ShippedTests.scenario.get())
    #expect(
      readme.contains("\(records.count(where: \.isInside)) of \(records.count) public flights"))
  }

  /// `check` shows what was done beside what is stated, and of what nobody would be told: the island's reports are of
  /// missiles, and drones come too.
  @Test func checkShowsPracticeBesidePlans() throws {
    let rows = (0..<3).map { Self.row("a\($0)", launch: "10:00:00", sent: "10:01:1\($0)") }
    let review = Review(
      try Self.scenario(
        rows, reports: "  reported: {quasi-ballistic: {value: 100 s, source: gazette}}\n"))
    #expect(
      review.practice.contains(
        "net.is.quasi-ballistic: done 70 s to 72 s in 3 events, the middle one 71 s; stated, in 25 % of draws: "
          + "100 s (gazette)"))
    #expect(review.silent == ["IS: nobody would be told of one-way-drone"])
    let deaf = Island.scenario.replacing(
      "siren: {coverage: 80 %", with: "siren: {coverage: {law: choice, values: [0]}")
    let silent = Review(
      try Scenario(id: "island", files: Island.files(["scenario.yaml": deaf]))
    ).silent
    #expect(silent.contains("IS: no channel reaches anybody"))
  }

  /// `check` names the hands of an order, how long they usually take, and in how many draws: 30 s and 40 s, of which the
  /// second acts on its own 10 s after the first was asked.
  @Test func checkNamesTheHands() throws {
    let text = Island.scenario.replacing(
      "  cue_availability: 50 %\n",
      with: """
          cue_availability: 50 %
          countries:
            IS: {hands: [{id: a, takes: 30 s, against: [cruise]}, {id: b, takes: 40 s, timeout: 10 s, against: [cruise]}]}

        """)
    let review = Review(try Scenario(id: "island", files: Island.files(["scenario.yaml": text])))
    #expect(
      review.hands == ["IS, cruise: an order passes through a, b, usually 50 s, in 100 % of draws"])
  }

  /// The interval score of an 80 % band: its width, and ten times the distance outside.
  @Test func theScore() {
    let band = EventRow.Band(low: 0, middle: 5, high: 10)
    #expect(band.score(9...11) == 10)
    #expect(band.score(12...13) == 30)
    #expect(band.score(-4 ... -1) == 20)
  }

  /// Times of a log as people write them, and what is refused.
  @Test func faultsOfALog() throws {
    let mistakes: [(row: String, says: String)] = [
      (
        Self.row("a", launch: "10:00", sent: "25:00"),
        "alerts.csv:2:52: error: sent: found '25:00', expected a time of day"
      ),
      (
        Self.row("a", launch: "10:09", sent: "10:10", arrival: "10:02"),
        "alerts.csv:2:59: error: arrival lies before launch"
      ),
      (
        Self.row("a", class: "arrow", launch: "10:00", sent: "10:01"),
        "alerts.csv:2:22: error: class: found 'arrow'"
      ),
      (
        Self.row("a", launch: "10:00", sent: ""),
        "error: sent: found nothing, expected a time of day"
      ),
      (
        Self.row("a", launch: "10:00", sent: "10:01").replacing("gazette", with: "rumour"),
        "error: 'rumour' is not a known source"
      ),
    ]
    for mistake in mistakes {
      let error = try #require(throws: InvalidScenario.self) { try Self.scenario([mistake.row]) }
      #expect(
        error.diagnostics.contains { $0.description.contains(mistake.says) },
        Comment(rawValue: error.diagnostics.map(\.description).joined(separator: "; ")))
    }
  }

  /// The chain refuses a duration that is no part of it, and puts one that is where it belongs.
  @Test func durationsNameTheirEvents() throws {
    func said(_ claim: String) throws -> Double {
      let text = Island.scenario.replacing(
        "decision: {value: 60 s, from: localised, to: order}", with: "decision: \(claim)")
      let theatre = try Scenario(
        id: "island", files: Island.files(["scenario.yaml": text])
      ).theatre
      return try #require(theatre.bibliography.laws[Address("alert", "decision")]).likely
    }
    // from the launch less 60 s for the cue, to sending less 5 s for the message
    #expect(try said("{value: 200 s, from: launch, to: sent}") == 135)
    #expect(try said("{value: 200 s, from: cue, to: sent}") == 195)
    #expect(try said("{value: 200 s, from: firm, to: order}") == 200)
    // one that names none is taken as scenarios of before meant it, and told
    #expect(try said("60 s") == 60)
    let silent = Island.scenario.replacing(
      "decision: {value: 60 s, from: localised, to: order}", with: "decision: 60 s")
    let warnings = try Scenario(id: "island", files: Island.files(["scenario.yaml": silent]))
      .warnings
    #expect(
      warnings.contains {
        $0.message
          == "decision: from which event to which? taken as from localised to order"
      })
    for claim in [
      "{value: 60 s, from: localised}", "{value: 60 s, from: border, to: order}",
      "{value: 60 s, from: cue, to: received}",
      "{value: 50 s, from: launch, to: sent}",
    ] {
      #expect(throws: InvalidScenario.self, "\(claim)") { try said(claim) }
    }
  }
}

/// How long an order may take.
@Suite struct DecisionCurveTests {
  /// On an island whose track alone alerts, an order that takes as long as the curve says leaves a fifth of the people
  /// in shelter: within 5 % of all, for points lie 15 s apart there and are joined straight.
  @Test func theLongestOrderLeavesAsMany() async throws {
    let island = analysis(
      try Scenario(id: "island", files: Island.files())
    )
    let curve = try await island.decisionCurve(
      of: "port", postures: ["calm"], .draws(64), seed: 1)
    let row = try #require(curve.rows.first { $0.threat == "quasi-ballistic" })
    let shares = row.points.map(\.sheltered)
    #expect(shares == shares.sorted(by: >))
    let longest = try #require(row.longest(0.2))
    let law = try #require(island.scenario.theatre.bibliography.laws[Address("alert", "decision")])
    let posture = try island.scenario.theatre.posture(
      "calm", applying: [.set(Address("alert", "decision"), Law(law.kind, .constant(longest)))])
    let results = try await island.answer(
      Ask(levels: [.tactical], places: ["port"], pairs: [], products: [.series]), .draws(64),
      seed: 1, postures: [posture])
    let share = results.figures.first {
      $0.id.threat == "quasi-ballistic" && $0.id.quantity == TacticalFigures.warning
        && $0.id.statistic == TacticalFigures.enough
    }
    #expect(abs(try #require(share?.estimate.value) - 0.2) < 0.05)
  }
}
