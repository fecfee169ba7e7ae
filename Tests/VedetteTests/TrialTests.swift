import Datasets
import Findings
import Quantities
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

/// Claims on trial and statements: what is quoted, what distances answer, where a verdict turns.
@Suite struct TrialTests {
  private static func diagnostics(_ replaced: [String: String]) -> [String] {
    do {
      return try Scenario(id: "island", files: Island.files(replaced)).warnings
        .map(\.description)
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  private static func trial(_ text: String) -> [String: String] {
    [
      "scenario.yaml": Island.scenario.replacing(
        "said_by: the island's press", with: "said_by: the island's press\n    \(text)")
    ]
  }

  // MARK: words

  @Test func whatIsQuotedHasASourceAndALink() {
    let nowhere = Self.diagnostics(Self.trial("quote: closer than ever"))
    #expect(nowhere.contains { $0.contains("'closer than ever' is quoted from nowhere") })
    // the gazette of the island has no link
    let unlinked = Self.diagnostics(Self.trial("quote: closer than ever\n    source: gazette"))
    #expect(unlinked.contains { $0.contains("is quoted from 'gazette', which has no link") })
  }

  /// A paraphrase is ours: no quotation mark of the page stands round it.
  @Test func aParaphraseStandsWithoutQuotationMarks() async throws {
    let island = try island()
    let page = try await page(island)
    #expect(page.contains("The move shortens warning"))
    #expect(!page.contains("“The move shortens warning"))
  }

  // MARK: plain geometry

  private static let distance = """
    trials:
      - id: nearer
        words: The brigade comes nearer
        said_by: the island's press
        holds: {quantity: distance, threat: quasi-ballistic, before: calm, posture: tense, falls_by: 10 km, share: 100 %}

    """

  private static func withDistance() throws -> Analysis {
    let text = Island.scenario
    let start = try #require(text.firstRange(of: "trials:"))
    return try island(["scenario.yaml": text[..<start.lowerBound] + distance])
  }

  /// From the mainland 326 and 325 km, from the spit 184 and 193 km: nearer at both places.
  @Test func distancesAnswerWithoutADraw() async throws {
    let results = try await Self.withDistance().results(.draws(4), seed: 1)
    let fact = try #require(results.facts.first)
    #expect(results.trials.isEmpty)
    let asked = try #require(fact.asked)
    #expect(asked.satisfied == 2 && asked.places == 2 && asked.holds)
    #expect(asked.people == 98_000 && asked.population == 98_000)
    // the radar that fails moves nobody
    let blind = try #require(fact.variants.first { $0.setting.postures.last == "blind" })
    #expect(blind.satisfied == 0 && !blind.holds)
  }

  /// As a reader counted them by hand from the tables of the shipped scenario: forward, a launcher comes nearer at 25 of 49
  /// places of the flank and at 16 of 18 of Ukraine.
  @Test func theShippedDistancesAreThoseCountedByHand() async throws {
    let results = try await ShippedTests.results.value
    let fact = try #require(results.facts.first { $0.id == "shorter-distances" })
    func count(_ country: String?) throws -> [Int] {
      let found = try #require(
        ([fact.asked].compactMap { $0 } + fact.variants).first {
          $0.country == country && $0.setting.postures.last == "2026-forward"
        })
      return [found.satisfied, found.places]
    }
    #expect(try count(nil) == [41, 67])
    #expect(try count("UA") == [16, 18])
    let flank = try ["PL", "LT", "LV", "EE"].map(count)
    #expect(flank.map { $0[0] }.reduce(0, +) == 25 && flank.map { $0[1] }.reduce(0, +) == 49)
  }

  /// Nothing of the class under the asked posture: not asked, whatever stands elsewhere.
  @Test func whatIsNotThereIsNotAsked() async throws {
    let text = Island.scenario
    let start = try #require(text.firstRange(of: "trials:"))
    let trials = """
      trials:
        - id: near
          words: Drones are near
          said_by: the island's press
          holds: {quantity: distance, threat: one-way-drone, posture: calm, below: 900 km}

      """
    let analysis = try island(["scenario.yaml": text[..<start.lowerBound] + trials])
    let fact = try #require(try await analysis.results(.draws(4), seed: 1).facts.first)
    #expect(fact.asked == nil)
    #expect(fact.variants.contains { $0.setting.postures == ["blind"] && $0.satisfied == 2 })
    #expect(try await page(analysis).contains("Not asked: no launcher reaches any of the places."))
  }

  /// Where nobody says how many live there, places still count, and people are not told.
  @Test func withoutPeopleThereIsNoRowOfPeople() async throws {
    let analysis = try island([
      "places.csv": Island.places.replacing("90000", with: "0").replacing("8000", with: "0")
    ])
    let results = try await analysis.results(.draws(16), seed: 1)
    let trial = try #require(results.trials.first)
    #expect(try #require(results.figures[id: trial.figure]?.estimate.value) > 0)
    #expect(results.figures[id: trial.figure.with(.holdsByPeople)]?.estimate.value == nil)
    #expect(try await !page(analysis).contains("places counting their people"))
  }

  // MARK: sweeps

  /// Every other posture and every country is asked too, and each figure of them is there.
  @Test func everyTrialIsSwept() async throws {
    let results = try await ShippedTests.results.value
    let trial = try #require(results.trials.first { $0.id == "shorter-warning" })
    let postures = trial.variants.filter { $0.subject == .region }.compactMap {
      $0.setting.postures.last
    }
    // those that a question compares with 2021: under the others the defended side is another too
    #expect(Set(postures) == ["2026-forward"])
    let countries = trial.variants.filter { $0.subject != .region }.map(\.subject)
    #expect(Set(countries) == Set(["PL", "LT", "LV", "EE", "UA"].map { .country($0) }))
    for id in [trial.figure] + trial.variants {
      for statistic in Statistic.trials {
        #expect(results.figures[id: id.with(statistic)] != nil, "\(id) \(statistic.name)")
      }
    }
    // with the share at which it turns a claim would hold in about half of the draws: a fall at so many places
    let share = try #require(
      results.figures[id: trial.figure.with(.shareInHalf)]?.estimate.value)
    #expect(share < 0.5)
  }

  // MARK: statements

  @Test func whatIsNoFigureIsTold() {
    let row = "id,statement,said_by,modelled_by,reason,finding,confidence,would_change\n"
    func found(_ finding: String) -> [String] {
      Self.diagnostics([
        "statements.csv": row + "s1,It is closer,the press,port,,\(finding),low,nothing\n"
      ]).filter { $0.contains("statement 's1'") }
    }
    #expect(found("in {tactical/port/warning.quasi-ballistic/tense/in-time} of attacks").isEmpty)
    // no run compares these, no change has such a part, and a brace that nobody closes holds nothing
    for name in [
      "{tactical/port/warning.quasi-ballistic/tense~blind/shift-median}",
      "{tactical/region/trial.closer/blind~tense/holds}", "{tactical/port/flight/tense/median",
    ] {
      #expect(found("at \(name)").count == 1, "\(name)")
    }
    let wrong = found("in {tactical/prot/warning.quasi-ballistic/tense/in-time} of attacks")
    #expect(wrong.count == 1 && wrong[0].contains("prot"))
    #expect(found("at {nearest}").count == 1)
  }

  /// All of the article's: answered with figures of the run, or not tested and why.
  @Test func everyShippedStatementHasAnAnswer() async throws {
    let results = try await ShippedTests.results.value
    #expect(results.answers.count == 24)
    // whose air it is needs borders, which no data layer tells here
    func needsBorders(_ id: FigureID) -> Bool { id.quantity.product == AirspaceFigures.product }
    #expect(results.untold.allSatisfy { needsBorders($0.figure) })
    #expect(!results.answers.contains { $0.state == .pointed })
    for answer in results.answers {
      for piece in answer.finding {
        switch piece {
        case .words(let words): #expect(!words.contains("unknown"), "\(answer.id)")
        case .figure(let id):
          #expect(results.figures[id: id] != nil || needsBorders(id), "\(answer.id): \(id)")
        }
      }
      #expect((answer.state == .tested) == answer.reason.isEmpty, "\(answer.id)")
    }
  }

  // MARK: assumed and found

  /// Nothing shorter and the indicators of before: the warning of before, up to what a quantile of so many draws rounds to.
  @Test func assumedShorteningStartsFromWhatIs() async throws {
    let results = try await ShippedTests.results.value
    func median(_ shorter: Int, _ posture: String) throws -> Double {
      try #require(
        results.figure("strategic/region/warning-if-shorter-\(shorter).attack/\(posture)/median")?
          .estimate.value)
    }
    let before = try #require(
      results.figure("strategic/region/warning.attack/2021/median")?.estimate.value)
    #expect(try abs(median(0, "2021") - before) <= 1)
    // shorter preparations leave less; blinder indicators never more
    for posture in ["2021", "2026-forward"] {
      let curve = try StrategicFigures.shortenings.map { try median($0, posture) }
      #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 >= $1 }, "\(posture)")
      #expect(curve[0] - curve[6] > 10, "\(posture)")
    }
  }

  // MARK: nothing asked

  private func page(_ analysis: Analysis) async throws -> String {
    try BriefingPage(
      results: try await analysis.results(.draws(16), seed: 1), theatre: analysis.scenario.theatre,
      classes: analysis.scenario.theatre.classesOfThreat, pack: DataPack(path: "/nonexistent")
    ).html
  }

  /// One posture, no question, no trial: a scenario, and its page compares nothing.
  @Test func onePostureIsAScenario() async throws {
    let text = Island.scenario
    let head = try #require(text.firstRange(of: "  tense:"))
    let alert = try #require(text.firstRange(of: "alert:"))
    let trials = try #require(text.firstRange(of: "trials:"))
    let alone = text[..<head.lowerBound] + text[alert.lowerBound..<trials.lowerBound]
    let analysis = try island(["scenario.yaml": String(alone)])
    #expect(analysis.scenario.theatre.compared == ["calm"])
    let page = try await page(analysis)
    #expect(page.contains("The answer") && page.contains("Port"))
    #expect(!page.contains("What changed, and what it costs"))
    let none = Self.diagnostics([
      "scenario.yaml": String(text[..<(try #require(text.firstRange(of: "postures:"))).lowerBound])
        + "postures: {}\n" + text[alert.lowerBound..<trials.lowerBound]
    ])
    #expect(none.contains { $0.contains("the scenario has no posture") })
  }
}
