public import Findings
internal import Quantities

/// `results.json` and the CSV of figures.
public enum ResultsFile {
  /// The whole of a run, one line a figure, input, claim and source.
  ///
  /// - Parameter record: how the model stood against timed events; null where nobody looked.
  public static func json(_ results: Results, record: TrackRecord? = nil) -> String {
    let sets = InputSets(results.figures)
    let run = results.run
    var out = "{\n"
    func line(_ key: String, _ value: Json) { out += "\"\(key)\":\(value.text),\n" }
    func list<Items: Collection>(
      _ key: String, _ items: Items, last: Bool = false, _ json: (Items.Element) -> Json
    ) {
      out += "\"\(key)\":[\n"
      var isFirst = true
      for item in items {
        if !isFirst { out += ",\n" }
        isFirst = false
        json(item).write(to: &out)
      }
      out += last ? "\n]\n" : "\n],\n"
    }
    line("version", .string(run.version))
    line(
      "scenario", .object([("id", .string(run.scenario)), ("sha256", .string(run.scenarioHash))]))
    line("seed", .string("\(run.seed)"))
    line("replicates", .integer(run.replicates))
    line("draws", .integer(run.draws))
    line("trackRecord", record.map(\.json) ?? .null)
    list("data", results.foundations.data, data)
    list("figures", results.figures) { figure($0, sets) }
    list("inputSets", sets.all) { .array($0.map { .string($0.description) }) }
    list("inputs", results.foundations.inputs, input)
    list("claims", results.foundations.claims, claim)
    list("sources", results.foundations.sources, source)
    list("postures", results.foundations.postures, posture)
    let annexes = results.declared.flatMap(\.annexes)
    list("trials", results.trials, trial)
    list("facts", results.facts, fact)
    list("answers", results.answers, last: annexes.isEmpty) { answer($0, results.figures) }
    for (index, kind) in annexes.enumerated() {
      let found = results.annexes.filter { type(of: $0).key == kind.key }
      list(kind.key, found, last: index == annexes.count - 1) { $0.json }
    }
    return out + "}\n"
  }

  /// Columns are the parts of the id, then value, low, high, unit, n and the status of the posture; an empty value is −∞ or
  /// none, an empty status one of which nobody says whether it was reported.
  public static func csv(_ results: Results) -> String {
    var out = "rung,place,quantity,posture,statistic,value,low,high,unit,n,status\n"
    for figure in results.figures {
      let estimate = figure.estimate
      for part in figure.id.parts {
        out += part
        out += ","
      }
      for number in [estimate.value, estimate.low, estimate.high] {
        if let number { out += Json.short(number) }
        out += ","
      }
      let standing = results.foundations.standing(of: figure.id.setting.postures)
      out += "\(figure.unit),\(figure.draws),\(standing?.rawValue ?? "")\n"
    }
    return out
  }

  /// Figures share few sets of inputs; each set stands once.
  private struct InputSets {
    var all: [[Address]] = []
    private var index: [[Address]: Int] = [:]
    /// Figures of one group share their array: found by where it stands.
    private var byPlace: [UnsafePointer<Address>?: Int] = [:]

    init(_ figures: FigureTable) {
      for figure in figures {
        let place = InputSets.place(figure.inputs)
        guard byPlace[place] == nil else { continue }
        if index[figure.inputs] == nil {
          index[figure.inputs] = all.count
          all.append(figure.inputs)
        }
        byPlace[place] = index[figure.inputs]!
      }
    }

    func number(of inputs: [Address]) -> Int { byPlace[InputSets.place(inputs)]! }

    private static func place(_ inputs: [Address]) -> UnsafePointer<Address>? {
      inputs.withUnsafeBufferPointer { $0.isEmpty ? nil : $0.baseAddress }
    }
  }

  private static func data(_ data: Results.Data) -> Json {
    .object([
      ("layer", .string(data.layer)), ("version", .string(data.version)),
      ("sha256", .string(data.sha256)), ("licence", .string(data.licence)),
      ("attribution", .string(data.attribution)),
    ])
  }

  private static func figure(_ figure: Figure, _ sets: InputSets) -> Json {
    .object([
      ("id", .string(figure.id.description)), ("value", Json(figure.estimate.value)),
      ("low", Json(figure.estimate.low)), ("high", Json(figure.estimate.high)),
      ("unit", .string(figure.unit)), ("n", .integer(figure.draws)),
      (
        "absent",
        .object(figure.absent.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      ("inputs", .integer(sets.number(of: figure.inputs))),
    ])
  }

  private static func input(_ input: Results.Input) -> Json {
    .object([
      ("address", .string(input.address.description)), ("kind", .string(input.law.kind.rawValue)),
      ("unit", .string(input.unit)), ("posture", Json(input.posture)),
      (
        "law",
        .array(
          input.law.components.map { component in
            let range = component.distribution.range
            return .object([
              ("weight", .number(component.weight)),
              ("low", .number(range.lowerBound)),
              ("likely", .number(component.distribution.likely)),
              ("high", .number(range.upperBound)), ("claim", Json(component.claim)),
            ])
          })
      ),
      ("claims", .array(input.law.components.compactMap { $0.claim.map { .string($0) } })),
    ])
  }

  private static func claim(_ claim: Claim) -> Json {
    let range = claim.range
    return .object([
      ("id", .string(claim.id)), ("address", .string(claim.address.description)),
      ("low", .number(range.low)), ("likely", .number(range.likely)), ("high", .number(range.high)),
      ("source", Json(claim.source)), ("spreadAssumed", .bool(claim.spreadIsAssumed)),
      ("note", Json(claim.note)), ("file", .string(claim.span.file)),
      ("line", .integer(claim.span.line)),
    ])
  }

  private static func source(_ source: Source) -> Json {
    .object([
      ("id", .string(source.id)), ("title", .string(source.title)),
      ("publisher", .string(source.publisher)), ("date", Json(source.date?.description)),
      ("link", .string(source.link)), ("grade", .string(source.grade)),
      ("origin", Json(source.origin)), ("maker", .bool(source.isMaker)),
    ])
  }

  private static func posture(_ posture: Results.Posture) -> Json {
    .object([
      ("id", .string(posture.id)), ("title", .string(posture.title)),
      ("asOf", .string(posture.asOf.description)), ("status", Json(posture.standing?.rawValue)),
      ("whatIf", .array(posture.whatIfs.map { .string($0) })),
    ])
  }

  private static func trial(_ trial: Results.Trial) -> Json {
    .object([
      ("id", .string(trial.id)), ("said", said(trial.said)),
      ("figure", .string(trial.figure.description)), ("predicate", .string(trial.predicate)),
      ("circular", .array(trial.circular.map { .string($0.description) })),
      ("variants", .array(trial.variants.map { .string($0.description) })),
    ])
  }

  private static func said(_ said: Results.Said) -> Json {
    .object([
      ("words", .string(said.words)), ("quote", Json(said.quote)), ("by", .string(said.by)),
      ("source", Json(said.source)),
    ])
  }

  private static func answer(_ answer: Results.Answer, _ figures: FigureTable) -> Json {
    let finding = answer.finding.map { piece in
      switch piece {
      case .words(let words): words
      case .figure(let id): Words.plain(figures[id: id])
      }
    }.joined()
    let ids = answer.finding.compactMap { piece -> Json? in
      if case .figure(let id) = piece { .string(id.description) } else { nil }
    }
    return .object([
      ("id", .string(answer.id)), ("said", said(answer.said)),
      ("state", .string(answer.state.rawValue)), ("finding", .string(finding)),
      ("figures", .array(ids)), ("reason", .string(answer.reason)),
      ("confidence", .string(answer.confidence)),
      ("wouldChange", .string(answer.wouldChange)),
      ("standsOn", .array(answer.standsOn.map { .string($0) })),
    ])
  }

  private static func fact(_ fact: Results.Fact) -> Json {
    .object([
      ("id", .string(fact.id)), ("said", said(fact.said)), ("predicate", .string(fact.predicate)),
      ("asked", fact.asked.map(count) ?? .null), ("variants", .array(fact.variants.map(count))),
    ])
  }

  private static func count(_ count: Results.Fact.Count) -> Json {
    .object([
      ("postures", .array(count.setting.postures.map { .string($0) })),
      ("country", Json(count.country)), ("satisfied", .integer(count.satisfied)),
      ("places", .integer(count.places)), ("people", .integer(count.people)),
      ("population", .integer(count.population)), ("holds", .bool(count.holds)),
    ])
  }
}
