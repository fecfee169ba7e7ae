public import Findings
internal import Quantities

private typealias Own = Shape<ResultsDocument>

/// `results.json`: what is written, what is read back, and its schema.
extension ResultsDocument {
  public static func shape(_ declared: [RungFindings]) -> Shape<ResultsDocument> {
    Own.record(
      {
        version, scenario, seed, replicates, draws, record, data, postures, summary, judgements,
        trials, facts, statements, sources, figures, annexes in
        ResultsDocument(
          run: Results.Run(
            version: version, scenario: scenario.id, scenarioHash: scenario.sha256, seed: seed,
            replicates: replicates, draws: draws), record: record, data: data, postures: postures,
          summary: summary, judgements: judgements, trials: trials, facts: facts,
          statements: statements, sources: sources, figures: figures, annexes: annexes)
      },
      Own.Member("version", "Version of the program.", .text) { $0.run.version },
      Own.Member("scenario", "Which scenario was run.", .scenario) {
        ScenarioName(id: $0.run.scenario, sha256: $0.run.scenarioHash)
      },
      Own.Member("seed", "Seed of the draws, as text: it may be larger than a number here.", .seed)
      {
        $0.run.seed
      },
      Own.Member("replicates", "Independent sets of draws.", .integer) { $0.run.replicates },
      Own.Member("draws", "Draws in each of them.", .integer) { $0.run.draws },
      Own.Member(
        "trackRecord", "How the model stood against timed events; null where nobody looked.",
        TrackRecord.shape.orNull
      ) { $0.record },
      Own.Member("data", "Data layers that were used.", Shape<Results.Data>.data.list) { $0.data },
      Own.Member("postures", "What is compared.", Shape<Results.Posture>.posture.list) {
        $0.postures
      },
      Own.Member(
        "summary", "Warning of every class at every place under every posture that has it.",
        Line.shape.list
      ) { $0.summary },
      Own.Member("judgements", "Sentences of the first page.", Judgement.shape.list) {
        $0.judgements
      },
      Own.Member("trials", "Public claims put to the draws.", Trial.shape.list) { $0.trials },
      Own.Member("facts", "Public claims that distances alone answer.", Fact.shape.list) {
        $0.facts
      },
      Own.Member(
        "statements", "What was said in public, and what is found of it.", Statement.shape.list
      ) {
        $0.statements
      },
      Own.Member("sources", "Who published what.", Shape<Source>.source.list) { $0.sources },
      Own.Member(
        "figures",
        "Of a command that answers about one place; those of a briefing stand in results.gpkg and figures.csv.",
        Number.shape.list
      ) { $0.figures },
      Own.Member("annexes", "What rungs found that is no figure, by key.", annexes(declared)) {
        $0.annexes
      })
  }

  private static func annexes(_ declared: [RungFindings]) -> Shape<[String: [Json]]> {
    let kinds = declared.flatMap(\.annexes)
    return Shape(
      encode: { found in
        .object(kinds.map { ($0.key, .array(found[$0.key] ?? [])) })
      },
      decode: {
        guard case .object(let members) = $0 else { throw ShapeFault("an object") }
        return try members.reduce(into: [:]) { all, member in
          guard case .array(let items) = member.1 else { throw ShapeFault("a list") }
          all[member.0] = items
        }
      },
      schema: .record(kinds.map { ($0.key, $0.listSchema) }))
  }
}

extension Annex {
  fileprivate static var listSchema: Json { .list(of: shape.schema) }
}

private let orNull = Shape<Double>.number.orNull
private let texts = Shape<String>.text.list

private struct ScenarioName: Sendable { let id, sha256: String }

extension Shape where Value == ScenarioName {
  fileprivate static let scenario = Shape.record(
    { ScenarioName(id: $0, sha256: $1) },
    Member("id", "Name of its folder.", .text) { $0.id },
    Member("sha256", "Of its files and the catalogue.", .text) { $0.sha256 })
}

extension Shape where Value == UInt64 {
  fileprivate static let seed = Shape<String>.text.standing(
    for: "a whole number as text", { (seed: UInt64) in "\(seed)" }, { UInt64($0) })
}

extension Shape where Value == Results.Data {
  fileprivate static let data = Shape.record(
    { Results.Data(layer: $0, version: $1, sha256: $2, licence: $3, attribution: $4) },
    Member("layer", "Its name.", .text) { $0.layer },
    Member("version", "Version.", .text) { $0.version },
    Member("sha256", "Of the installed file.", .text) { $0.sha256 },
    Member("licence", "Licence of the data.", .text) { $0.licence },
    Member("attribution", "What to print beside whatever is made from it.", .text) {
      $0.attribution
    })
}

extension Shape where Value == Results.Posture {
  fileprivate static let posture = Shape.record(
    { Results.Posture(id: $0, title: $1, asOf: $2, standing: $3, whatIfs: $4) },
    Member("id", "Id in the scenario.", .text) { $0.id },
    Member("title", "Its title.", .text) { $0.title },
    Member("asOf", "The day that it describes.", .day) { $0.asOf },
    Member(
      "status",
      "reported, assessed or what-if: the least sure of what stands in it; null where nobody says.",
      Shape<Standing>.word.orNull
    ) { $0.standing },
    Member("whatIf", "Ids of what nobody has reported of it.", texts) { $0.whatIfs })
}

extension Shape where Value == Source {
  fileprivate static let source = Shape.record(
    { id, title, publisher, date, link, reliability, credibility, origin, isMaker in
      Source(
        id: id, title: title, publisher: publisher, date: date, link: link,
        reliability: reliability, credibility: credibility, origin: origin, isMaker: isMaker)
    },
    Member("id", "Id in the scenario.", .text) { $0.id },
    Member("title", "Title.", .text) { $0.title },
    Member("publisher", "Who published it.", .text) { $0.publisher },
    Member("date", "Day of publication; null where it is not known.", Shape<Day>.day.orNull) {
      $0.date
    },
    Member("link", "Where it can be read.", .text) { $0.link },
    Member("reliability", "Admiralty grade of who says it, A to F.", .word) { $0.reliability },
    Member("credibility", "Admiralty grade of what is said, 1 to 6.", .credibility) {
      $0.credibility
    },
    Member(
      "origin", "Id of the source that this one repeats; null for none.", Shape<String>.text.orNull
    ) { $0.origin },
    Member("maker", "Whether the maker speaks of its own product.", .flag) { $0.isMaker })
}

extension Shape where Value == Credibility {
  fileprivate static let credibility = Shape<Int>.integer.standing(
    for: "1 to 6", { (grade: Credibility) in grade.rawValue }, { Credibility(rawValue: $0) })
}

extension Shape where Value == Results.Said {
  fileprivate static let said = Shape.record(
    { Results.Said(words: $0, quote: $1, by: $2, source: $3) },
    Member("words", "A paraphrase, ours; not to be printed between quotation marks.", .text) {
      $0.words
    },
    Member(
      "quote", "Word for word; null where only the paraphrase is kept.", Shape<String>.text.orNull
    ) { $0.quote },
    Member("by", "Who said it.", .text) { $0.by },
    Member("source", "Id of the source; null for none.", Shape<String>.text.orNull) { $0.source })
}

extension ResultsDocument.Line {
  fileprivate static let shape = Shape.record(
    { place, threat, posture, state, out, inTime, late, none, shelter, p10, median, p90 in
      ResultsDocument.Line(
        place: place, threat: threat, posture: posture, state: state, outOfReach: out,
        inTime: inTime, late: late, noAlert: none, inShelter: shelter, p10: p10, median: median,
        p90: p90)
    },
    Member("place", "Id of the place.", .text) { $0.place },
    Member("class", "Class of threat; any: all classes together.", .text) { $0.threat },
    Member("posture", "Id of the posture.", .text) { $0.posture },
    Member(
      "state",
      "told; never: no alert in half of the attacks; out-of-reach: in every draw.", .word
    ) { $0.state },
    Member("outOfReach", "Share of draws in which nothing of the class reaches.", orNull) {
      $0.outOfReach
    },
    Member("sirenFirst", "Share of attacks with the alert before the arrival.", orNull) {
      $0.inTime
    },
    Member("sirenLate", "Share with the alert only after it.", orNull) { $0.late },
    Member("noAlert", "Share without any.", orNull) { $0.noAlert },
    Member("inShelter", "Share of people in shelter before the arrival, by day.", orNull) {
      $0.inShelter
    },
    Member(
      "p10", "Alert to arrival, s: one attack in ten leaves less; null where there is none.", orNull
    ) { $0.p10 },
    Member("median", "The same: half leave less.", orNull) { $0.median },
    Member("p90", "The same: nine in ten leave less.", orNull) { $0.p90 })

  private typealias Member<Part> = Shape<ResultsDocument.Line>.Member<Part>
}

extension ResultsDocument.Judgement {
  fileprivate static let shape = Shape.record(
    { ResultsDocument.Judgement(words: $0, figures: $1) },
    Shape<ResultsDocument.Judgement>.Member("words", "The sentence.", .text) { $0.words },
    Shape<ResultsDocument.Judgement>.Member("figures", "Ids of the figures in it.", texts) {
      $0.figures
    })
}

extension ResultsDocument.Trial {
  fileprivate static let shape = Shape.record(
    {
      ResultsDocument.Trial(
        id: $0, said: $1, predicate: $2, asked: $3, variants: $4, circular: $5)
    },
    Member("id", "Id of the trial.", .text) { $0.id },
    Member("said", "What was said.", .said) { $0.said },
    Member("predicate", "What is tried.", .text) { $0.predicate },
    Member("asked", "As the scenario reads it.", ResultsDocument.Verdict.shape) { $0.asked },
    Member("variants", "Asked otherwise.", ResultsDocument.Verdict.shape.list) { $0.variants },
    Member(
      "circular",
      "Inputs of which its own source speaks: the verdict is partly the weight that it has.", texts
    ) { $0.circular })

  private typealias Member<Part> = Shape<ResultsDocument.Trial>.Member<Part>
}

extension ResultsDocument.Verdict {
  fileprivate static let shape = Shape.record(
    {
      ResultsDocument.Verdict(
        figure: $0, subject: $1, postures: $2, holds: $3, low: $4, high: $5)
    },
    Member("figure", "Id of the figure.", .text) { $0.figure },
    Member("subject", "Region, or one country.", .text) { $0.subject },
    Member("postures", "Of which posture, or from which to which.", .text) { $0.postures },
    Member("holds", "Share of draws in which it holds.", orNull) { $0.holds },
    Member("low", "Lower end of the computing error.", orNull) { $0.low },
    Member("high", "Upper end of it.", orNull) { $0.high })

  private typealias Member<Part> = Shape<ResultsDocument.Verdict>.Member<Part>
}

extension ResultsDocument.Fact {
  fileprivate static let shape = Shape.record(
    { ResultsDocument.Fact(id: $0, said: $1, predicate: $2, asked: $3, variants: $4) },
    Member("id", "Id of the trial.", .text) { $0.id },
    Member("said", "What was said.", .said) { $0.said },
    Member("predicate", "What is asked.", .text) { $0.predicate },
    Member(
      "asked", "As the scenario reads it; null where no launcher reaches any of the places.",
      Shape<Results.Fact.Count>.count.orNull
    ) { $0.asked },
    Member("variants", "Asked otherwise.", Shape<Results.Fact.Count>.count.list) { $0.variants })

  private typealias Member<Part> = Shape<ResultsDocument.Fact>.Member<Part>
}

extension Shape where Value == Results.Fact.Count {
  fileprivate static let count = Shape.record(
    { setting, country, satisfied, places, people, population, holds in
      Results.Fact.Count(
        setting: setting, country: country, satisfied: satisfied, places: places, people: people,
        population: population, holds: holds)
    },
    Member("postures", "Of which posture, or from which to which.", .setting) { $0.setting },
    Member("country", "Two-letter code; null for all places asked.", Shape<String>.text.orNull) {
      $0.country
    },
    Member("satisfied", "Places at which it is so.", .integer) { $0.satisfied },
    Member("places", "Places asked.", .integer) { $0.places },
    Member("people", "People of the former.", .integer) { $0.people },
    Member("population", "People of the latter.", .integer) { $0.population },
    Member("holds", "Whether that is the share asked for.", .flag) { $0.holds })
}

extension Shape where Value == FigureSetting {
  fileprivate static let setting = texts.standing(
    for: "one posture or two", { (setting: FigureSetting) in setting.postures },
    { ids in
      switch ids.count {
      case 1: .posture(ids[0])
      case 2: .pair(before: ids[0], after: ids[1])
      default: nil
      }
    })
}

extension ResultsDocument.Statement {
  fileprivate static let shape = Shape.record(
    { id, said, state, finding, figures, reason, confidence, wouldChange, standsOn in
      ResultsDocument.Statement(
        id: id, said: said, state: state, finding: finding, figures: figures, reason: reason,
        confidence: confidence, wouldChange: wouldChange, standsOn: standsOn)
    },
    Member("id", "Id of the statement.", .text) { $0.id },
    Member("said", "What was said.", .said) { $0.said },
    Member("state", "tested, partly, pointed at or not tested.", .word) { $0.state },
    Member("finding", "What is found, with the figures of this run.", .text) { $0.finding },
    Member("figures", "Ids of the figures in it.", texts) { $0.figures },
    Member("reason", "What is not tested, and why; empty where all is.", .text) { $0.reason },
    Member("confidence", "How sure; empty where nobody wrote it.", .text) { $0.confidence },
    Member("wouldChange", "What would change it; empty where nobody wrote it.", .text) {
      $0.wouldChange
    },
    Member("standsOn", "Ids that it rests on.", texts) { $0.standsOn })

  private typealias Member<Part> = Shape<ResultsDocument.Statement>.Member<Part>
}

extension ResultsDocument.Number {
  fileprivate static let shape = Shape.record(
    { id, value, low, high, unit, draws, state, absent in
      ResultsDocument.Number(
        id: id, value: value, low: low, high: high, unit: unit, draws: draws, state: state,
        absent: absent)
    },
    Member("id", "As briefing and explain use it.", .text) { $0.id },
    Member("value", "The number; null where state is not told.", orNull) { $0.value },
    Member("low", "Lower end of the computing error; no spread of draws.", orNull) { $0.low },
    Member("high", "Upper end of it.", orNull) { $0.high },
    Member("unit", "s, h, d, km, share (of 1) or empty for a count.", .text) { $0.unit },
    Member("n", "Draws it rests on.", .integer) { $0.draws },
    Member("state", "Why there is no value, where there is none.", .word) { $0.state },
    Member("absent", "Draws that are left out, by reason.", Shape<Int>.integer.byKey) { $0.absent })

  private typealias Member<Part> = Shape<ResultsDocument.Number>.Member<Part>
}
