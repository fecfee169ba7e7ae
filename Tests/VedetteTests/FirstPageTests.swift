import Datasets
import Findings
import Foundation
import Quantities
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

/// Every sentence of the first page follows from figures: its numbers are found again in what it names, or counted anew.
@Suite struct FirstPageTests {
  private struct Read {
    let analysis: Analysis
    let results: Results
    let page: BriefingPage
    var theatre: Theatre { analysis.scenario.theatre }
  }

  private func read(_ analysis: Analysis) async throws -> Read {
    let results = try await analysis.results(.draws(64), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: analysis.scenario.theatre,
      classes: analysis.scenario.theatre.classesOfThreat, pack: DataPack(path: "/nonexistent"))
    return Read(analysis: analysis, results: results, page: page)
  }

  private func meridia() throws -> Analysis {
    analysis(
      try Scenario(path: repository.appendingPathComponent("Scenarios/meridia").path))
  }

  private func numbers(_ text: some StringProtocol) -> [String] {
    String(text).matches(of: #/\d+(?:\.\d+)?/#).map { String($0.output) }
  }

  /// What a figure may be printed as.
  private func printed(_ figure: Figure) -> [String] {
    [
      Words.share(figure), Words.time(figure), Words.days(figure),
      figure.estimate.value.map { Words.percent($0) } ?? "",
    ]
  }

  /// Numbers that are names, or that the scenario wrote.
  private func written(_ read: Read) -> [String] {
    let theatre = read.theatre
    var texts = theatre.questions.map(\.words) + theatre.levers.map(\.words)
    texts += theatre.postures.map { theatre.name(of: $0.id) }
    texts += theatre.leftOut.flatMap { [$0.what] }
    texts += read.results.foundations.sources.flatMap { [$0.title, $0.publisher, $0.grade] }
    texts += theatre.systems.values.map(\.name) + ["of 100"]
    return texts.flatMap(numbers)
  }

  /// What a question does to places.
  private struct Told {
    var all, worse, reached, better, unclear: Set<String>
    /// Of the sentence: how many places, worse, the siren first less often, newly within reach, better, not told apart.
    var counts: [Int] {
      [
        all.count, worse.count, worse.subtracting(reached).count, reached.count, better.count,
        unclear.count,
      ]
    }
  }

  /// Places that a question makes worse or better, from figures by their ids alone.
  private func worse(
    _ read: Read, _ before: String, _ after: String, _ threat: String
  ) -> Told {
    var told = Told(all: [], worse: [], reached: [], better: [], unclear: [])
    for place in read.theatre.places {
      func reached(_ posture: String) -> Bool {
        let out = read.results.figure(
          "tactical/\(place.id)/warning.\(threat)/\(posture)/out-of-reach")
        return (out?.estimate.value ?? 1) <= 0.5
      }
      let (then, now) = (reached(before), reached(after))
      guard then || now else { continue }
      told.all.insert(place.id)
      if !then {
        told.worse.insert(place.id)
        told.reached.insert(place.id)
      }
      guard then, now else { continue }
      let shift = read.results.figure(
        "tactical/\(place.id)/warning.\(threat)/\(before)~\(after)/shift-in-time")
      guard let value = shift?.estimate.value, let low = shift?.estimate.low,
        let high = shift?.estimate.high
      else {
        told.unclear.insert(place.id)
        continue
      }
      // two of a hundred are called a change where the draws tell them from none
      if high < 0, value <= -0.02 {
        told.worse.insert(place.id)
      } else if low > 0, value >= 0.02 {
        told.better.insert(place.id)
      } else if high - low >= 0.04 || abs(value) >= 0.02 {
        told.unclear.insert(place.id)
      }
    }
    return told
  }

  /// Numbers that are counts, each counted anew from what the results and the scenario hold.
  private func counted(_ read: Read) -> [Int] {
    let (theatre, foundations) = (read.theatre, read.results.foundations)
    var counts: [Int] = []
    for question in theatre.questions {
      let told = worse(read, question.before.value, question.after.value, "quasi-ballistic")
      counts += told.counts
      for country in Set(theatre.places.map(\.country)) {
        let own = Set(theatre.places.filter { $0.country == country }.map(\.id))
        counts += [told.worse.intersection(own).count, told.all.intersection(own).count]
      }
    }
    // facts have a test that counts them by hand
    for fact in read.results.facts {
      for count in [fact.asked].compactMap(\.self) + fact.variants {
        counts += [count.satisfied, count.places]
      }
    }
    let named = Set(foundations.sources.map(\.id))
    let inputs = Set(foundations.claims.map(\.address))
    let cited = Set(
      foundations.claims.filter { named.contains($0.source ?? "") }.map(\.address))
    counts += [inputs.count, inputs.subtracting(cited).count]
    let ranges = inputs.filter { $0.description.hasSuffix(".anchor_range") }
    counts += [ranges.count, ranges.subtracting(cited).count]
    let origins = foundations.sources.filter { source in
      foundations.claims.contains { $0.source == source.id }
    }
    counts.append(Set(origins.map { $0.origin ?? $0.id }).count)
    counts += Results.Answer.State.allCases.map { state in
      read.results.answers.count { $0.state == state }
    }
    return counts + [read.results.answers.count]
  }

  @Test(arguments: [true, false])
  func everyNumberIsAFigureOrACount(ofMeridia: Bool) async throws {
    let read = try await read(ofMeridia ? try meridia() : try island())
    #expect(read.page.judgements.count >= 6)
    let written = Set(written(read) + counted(read).map(String.init))
    var found = 0
    for judgement in read.page.judgements {
      let figures = judgement.figures.compactMap { read.results.figure($0) }
      #expect(figures.count == judgement.figures.count, "\(judgement.words)")
      // of 100, `over 99` and `under 1` are said of all and of none of the draws
      let ends = judgement.words.contains(/over 99|under 1/) ? ["99", "1"] : []
      let known = Set(figures.flatMap(printed).flatMap(numbers) + ends)
      for number in numbers(judgement.words) {
        #expect(
          known.contains(number) || written.contains(number),
          "'\(number)' of \"\(judgement.words)\" is of no figure and no count")
      }
      found += known.isEmpty ? 0 : 1
    }
    #expect(found >= 2)
  }

  /// Days are those of the axis that stands first, to a tenth or as far as the computing error allows.
  @Test func daysAreThoseOfTheFirstAxis() async throws {
    let files = FieldEndTests.files(FieldEndTests.Case(table: "ground-force", written: [:]))
    let read = try await read(analysis(try Scenario(id: "ends", files: files)))
    let told = try #require(read.page.judgements.first { $0.words.hasPrefix("Days, from") })
    let figures = told.figures.compactMap { read.results.figure($0) }
    #expect(figures.count == told.figures.count && figures.count >= 4)
    let known = figures.flatMap { figure -> [String] in
      let value = abs(figure.estimate.value ?? 0)
      return [value, value * 100].flatMap { number in
        ["\((number * 10).rounded() / 10)", "\(Int(number.rounded()))"]
      } + numbers(Words.share(figure))
    }
    for number in numbers(told.words) where number != "100" {
      #expect(known.contains(number), "'\(number)' of \"\(told.words)\"")
    }
  }

  /// The sentences of what changes count as a reader would who has nothing but the figures.
  @Test(arguments: [true, false])
  func whatChangesIsCounted(ofMeridia: Bool) async throws {
    let read = try await read(ofMeridia ? try meridia() : try island())
    let headline = read.theatre.headline
    let told = worse(read, headline.before.value, headline.after.value, "quasi-ballistic")
    let (worse, all) = (told.worse, told.all)
    let head = headline.words.prefix(1).uppercased() + headline.words.dropFirst()
    let sentence = try #require(
      read.page.judgements.map(\.words).first { $0.hasPrefix(head) && $0.contains("places") })
    if worse.isEmpty {
      #expect(sentence.contains("any of \(all.count) places"))
    } else {
      #expect(sentence.contains("worse at \(worse.count) of \(all.count) places"), "\(sentence)")
      #expect(sentence.contains("better at \(told.better.count)") == !told.better.isEmpty)
      #expect(sentence.contains("draws at \(told.unclear.count)") == !told.unclear.isEmpty)
      for (_, places) in Dictionary(grouping: read.theatre.places, by: \.country) {
        let own = places.filter { all.contains($0.id) }
        let hit = own.count { worse.contains($0.id) }
        if hit > 0 { #expect(sentence.contains("\(hit) of \(own.count) in "), "\(sentence)") }
      }
    }
  }

  /// Five sentences at most for a reader, no percentile, no id of an input, likelihood apart from confidence.
  @Test func itReadsAsSentences() async throws {
    for read in [try await read(meridia()), try await read(island())] {
      let blocks = read.page.html.matches(of: #/<ul class="judgements">(.*?)<\/ul>/#)
      #expect(blocks.count >= 3)
      for block in blocks {
        #expect(block.output.1.matches(of: #/<li>/#).count <= 5)
        for word in ["P10", "P90", "<code>"] { #expect(!block.output.1.contains(word)) }
      }
    }
  }

  /// A sentence with a number of a posture that nobody has reported says so itself: it may be quoted alone.
  @Test func aWhatIfIsSaidInTheSentence() async throws {
    let statuses = ["far-brigade": "reported", "drones": "what-if"]
    let rows = Island.formations.split(separator: "\n").enumerated().map { index, line in
      let id = String(line.prefix { $0 != "," })
      return "\(line),\(index == 0 ? "status" : statuses[id] ?? "reported")"
    }
    let sites = Island.sites.split(separator: "\n").enumerated().map { index, line in
      "\(line),\(index == 0 ? "status" : "reported")"
    }
    // the question that leads goes to the posture with the drones
    let read = try await read(
      island([
        "formations.csv": rows.joined(separator: "\n") + "\n",
        "sites.csv": sites.joined(separator: "\n") + "\n",
      ]))
    #expect(read.theatre.standing(of: ["blind"]) == .whatIf)
    #expect(read.theatre.headline.after.value == "blind")
    var told = 0
    for judgement in read.page.judgements
    where judgement.figures.contains(where: { $0.contains("blind") }) {
      told += 1
      let saysSo = ["if blind", "what-if", "nobody has reported"].contains {
        judgement.words.contains($0)
      }
      #expect(saysSo, "\(judgement.words)")
    }
    #expect(told >= 2)
  }

  /// A country and a place named first have sheets with anchors, and every link of the page leads somewhere.
  @Test func sheetsHaveAnchors() async throws {
    let read = try await read(meridia())
    for place in read.theatre.focus {
      #expect(read.page.html.contains("<article class=\"sheet\" id=\"\(place.id)\""))
      #expect(read.page.html.contains("href=\"#\(place.id)\""))
    }
    let countries = Set(read.theatre.places.map(\.country)).count
    let sheets = read.page.html.matches(of: #/<article class="sheet"/#).count
    #expect(sheets == countries + read.theatre.focus.count)
    let targets = Set(read.page.html.matches(of: #/ id="([^"]+)"/#).map { $0.output.1 })
    for link in read.page.html.matches(of: #/href="#([^"]+)"/#) {
      #expect(targets.contains(link.output.1), "a link to nothing: \(link.output.1)")
    }
  }

  /// Every row of a table has as many cells as the table has heads.
  @Test(arguments: [true, false])
  func rowsHaveTheirHeads(ofMeridia: Bool) async throws {
    let html = try await read(ofMeridia ? try meridia() : try island()).page.html
    func cells(_ row: some StringProtocol) -> Int {
      String(row).matches(of: #/<t[hd](?: [^>]*?)?>/#).reduce(0) { sum, cell in
        let wide = cell.output.firstMatch(of: #/colspan="(\d+)"/#).flatMap { Int($0.output.1) }
        return sum + (wide ?? 1)
      }
    }
    var rows = 0
    for table in html.matches(of: #/<table.*?<\/table>/#.dotMatchesNewlines()) {
      let all = table.output.matches(of: #/<tr(?: [^>]*)?>(.*?)<\/tr>/#.dotMatchesNewlines())
      let heads = cells(all[0].output.1)
      for row in all.dropFirst() {
        #expect(cells(row.output.1) == heads, "\(row.output.0.prefix(200))")
        rows += 1
      }
    }
    #expect(rows > 10)
  }

  /// A place that is called like a section gets another anchor.
  @Test(arguments: [
    "summary", "parts", "disagreements", "map-port", "dots-quasi-ballistic", "n1", "s2", "base",
  ])
  func anAnchorIsNobodyElses(name: String) async throws {
    let places = Island.places.replacing("mill,Mill", with: "\(name),Mill")
    let text = Island.scenario.replacing("alliance:", with: "focus: [port, \(name)]\nalliance:")
    let html = try await read(island(["places.csv": places, "scenario.yaml": text])).page.html
    #expect(html.contains("<article class=\"sheet\" id=\"place-\(name)-sheet\""))
    let ids = html.matches(of: #/ id="([^"]+)"/#).map { $0.output.1 }
    #expect(Set(ids).count == ids.count)
  }
}
