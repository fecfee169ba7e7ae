public import Findings
public import Quantities

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
    list("trials", results.trials, last: annexes.isEmpty, trial)
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
      ("id", .string(trial.id)), ("words", .string(trial.words)), ("saidBy", .string(trial.saidBy)),
      ("source", Json(trial.source)), ("figure", .string(trial.figure.description)),
      ("predicate", .string(trial.predicate)),
    ])
  }
}

extension ResultsFile {
  /// The JSON Schema (2020-12) of `results.json`, for what some rungs may find.
  public static func schema(_ declared: [RungFindings]) -> Json {
    let annexes = declared.flatMap(\.annexes).map { ($0.key, Json.list(of: $0.schema)) }
    let all = properties + annexes
    return .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Vedette results.json")), ("type", .string("object")),
      ("required", .array(all.map { .string($0.0) })),
      ("properties", .object(all)), ("additionalProperties", .bool(false)),
      ("$defs", .object(declared.flatMap(\.quantities).map(definition))),
    ])
  }

  /// What a quantity is of, under its rung and name.
  private static func definition(_ quantity: FigureQuantity) -> (String, Json) {
    let told = (quantity.statistics + quantity.changes).reduce(into: [Statistic]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return (
      "\(quantity.level.rawValue) \(quantity.name)",
      .object([
        ("description", .string(quantity.sentence)), ("unit", .string(quantity.unit.rawValue)),
        (
          "statistics",
          .object(told.map { ($0.name, .string($0.sentence)) })
        ),
      ])
    )
  }

  private static let properties: [(String, Json)] = [
    ("version", Json.type("string")),
    ("scenario", Json.record([("id", Json.type("string")), ("sha256", Json.type("string"))])),
    ("seed", Json.type("string")), ("replicates", Json.type("integer")),
    ("draws", Json.type("integer")),
    ("trackRecord", TrackRecord.schema),
    (
      "data",
      Json.list(
        of:
          Json.record(
            ["layer", "version", "sha256", "licence", "attribution"].map {
              ($0, Json.type("string"))
            }))
    ),
    (
      "figures",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("value", Json.nullable("number")),
            ("low", Json.nullable("number")),
            ("high", Json.nullable("number")), ("unit", Json.type("string")),
            ("n", Json.type("integer")),
            (
              "absent",
              .object([("type", .string("object")), ("additionalProperties", Json.type("integer"))])
            ),
            ("inputs", Json.type("integer")),
          ]))
    ),
    ("inputSets", Json.list(of: Json.list(of: Json.type("string")))),
    (
      "inputs",
      Json.list(
        of:
          Json.record([
            ("address", Json.type("string")), ("kind", Json.type("string")),
            ("unit", Json.type("string")),
            ("posture", Json.nullable("string")),
            (
              "law",
              Json.list(
                of:
                  Json.record([
                    ("weight", Json.type("number")), ("low", Json.type("number")),
                    ("likely", Json.type("number")),
                    ("high", Json.type("number")), ("claim", Json.nullable("string")),
                  ]))
            ),
            ("claims", Json.list(of: Json.type("string"))),
          ]))
    ),
    (
      "claims",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("address", Json.type("string")),
            ("low", Json.type("number")),
            ("likely", Json.type("number")), ("high", Json.type("number")),
            ("source", Json.nullable("string")),
            ("spreadAssumed", Json.type("boolean")), ("note", Json.nullable("string")),
            ("file", Json.type("string")), ("line", Json.type("integer")),
          ]))
    ),
    (
      "sources",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("title", Json.type("string")),
            ("publisher", Json.type("string")),
            ("date", Json.nullable("string")), ("link", Json.type("string")),
            ("grade", Json.type("string")),
            ("origin", Json.nullable("string")), ("maker", Json.type("boolean")),
          ]))
    ),
    (
      "postures",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("title", Json.type("string")),
            ("asOf", Json.type("string")), ("status", Json.nullable("string")),
            ("whatIf", Json.list(of: Json.type("string"))),
          ]))
    ),
    (
      "trials",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("words", Json.type("string")),
            ("saidBy", Json.type("string")),
            ("source", Json.nullable("string")), ("figure", Json.type("string")),
            ("predicate", Json.type("string")),
          ]))
    ),
  ]
}
