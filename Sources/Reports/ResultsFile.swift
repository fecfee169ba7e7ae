public import Quantities
public import Warnings

/// `results.json` and the CSV of figures.
public enum ResultsFile {
  /// The whole of a run, one line a figure, input, claim and source.
  public static func json(_ results: Results) -> String {
    let sets = InputSets(results.figures)
    var out = "{\n"
    func line(_ key: String, _ value: Json) { out += "\"\(key)\":\(value.text),\n" }
    func list(_ key: String, _ items: [Json], last: Bool = false) {
      out += "\"\(key)\":[\n" + items.map(\.text).joined(separator: ",\n")
      out += last ? "\n]\n" : "\n],\n"
    }
    line("version", .string(results.version))
    line(
      "scenario",
      .object([("id", .string(results.scenario)), ("sha256", .string(results.scenarioHash))]))
    line("seed", .string("\(results.seed)"))
    line("replicates", .integer(results.replicates))
    line("draws", .integer(results.draws))
    list("data", results.data.map(data))
    list("figures", results.figures.map { figure($0, sets) })
    list("inputSets", sets.all.map { .array($0.map { .string($0.description) }) })
    list("inputs", results.inputs.map(input))
    list("claims", results.claims.map(claim))
    list("sources", results.sources.map(source))
    list("trials", results.trials.map(trial))
    list("lowLevel", results.lowLevel.map { [lowLevel($0)] } ?? [])
    list("strategic", results.strategic.map { [json($0)] } ?? [], last: true)
    return out + "}\n"
  }

  /// Columns are the parts of the id, then value, low, high, unit, n; an empty value is −∞ or none.
  public static func csv(_ results: Results) -> String {
    var out = "rung,place,quantity,posture,statistic,value,low,high,unit,n\n"
    for figure in results.figures {
      let estimate = figure.estimate
      let numbers = [estimate.value, estimate.low, estimate.high].map {
        $0.map(Json.short) ?? ""
      }
      out += (figure.parts.map(String.init) + numbers + [figure.unit, "\(figure.draws)"])
        .joined(separator: ",")
      out += "\n"
    }
    return out
  }

  /// Figures share few sets of inputs; each set stands once.
  private struct InputSets {
    var all: [[Address]] = []
    var index: [[Address]: Int] = [:]

    init(_ figures: [Figure]) {
      for figure in figures where index[figure.inputs] == nil {
        index[figure.inputs] = all.count
        all.append(figure.inputs)
      }
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
      ("id", .string(figure.id)), ("value", Json(figure.estimate.value)),
      ("low", Json(figure.estimate.low)), ("high", Json(figure.estimate.high)),
      ("unit", .string(figure.unit)), ("n", .integer(figure.draws)),
      (
        "absent",
        .object(figure.absent.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      ("inputs", .integer(sets.index[figure.inputs]!)),
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

  private static func lowLevel(_ low: Results.LowLevel) -> Json {
    .object([
      ("widthKilometres", .number(low.width)), ("smoothEarth", .bool(low.isSmooth)),
      (
        "hexagons",
        .array(
          low.hexagons.map { hex in
            .object([
              ("id", .string(hex.id)), ("country", .string(hex.country)),
              ("people", .integer(hex.people)),
              (
                "corners",
                .array(hex.corners.map { .array([.number($0.x), .number($0.y)]) })
              ),
            ])
          })
      ),
      (
        "maps",
        .array(
          low.maps.map { map in
            .object([
              ("posture", .string(map.posture)), ("class", .string(map.threat)),
              ("variant", .string(map.variant)), ("minutes", .array(map.left.map(minutes))),
            ])
          })
      ),
      ("gaps", .object(low.gaps.map { ($0.threat, .string($0.words)) })),
    ])
  }

  /// Whole minutes; −1 where the arrival comes before any alert, null where nothing reaches.
  private static func minutes(_ left: Results.LowLevel.Left) -> Json {
    switch left {
    case .outOfReach: .null
    case .unalerted: .integer(-1)
    case .minutes(let minutes): .integer(minutes)
    }
  }

  private static func trial(_ trial: Results.Trial) -> Json {
    .object([
      ("id", .string(trial.id)), ("words", .string(trial.words)), ("saidBy", .string(trial.saidBy)),
      ("source", Json(trial.source)), ("figure", .string(trial.figure)),
      ("predicate", .string(trial.predicate)),
    ])
  }
}

extension ResultsFile {
  /// The JSON Schema (2020-12) of `results.json`.
  public static let schema: Json = .object([
    ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
    ("title", .string("Vedette results.json")), ("type", .string("object")),
    (
      "required",
      .array(properties.map { .string($0.0) })
    ),
    ("properties", .object(properties)), ("additionalProperties", .bool(false)),
  ])

  private static let properties: [(String, Json)] = [
    ("version", type("string")),
    ("scenario", record([("id", type("string")), ("sha256", type("string"))])),
    ("seed", type("string")), ("replicates", type("integer")), ("draws", type("integer")),
    (
      "data",
      list(
        record(
          ["layer", "version", "sha256", "licence", "attribution"].map { ($0, type("string")) }))
    ),
    (
      "figures",
      list(
        record([
          ("id", type("string")), ("value", nullable("number")), ("low", nullable("number")),
          ("high", nullable("number")), ("unit", type("string")), ("n", type("integer")),
          (
            "absent",
            .object([("type", .string("object")), ("additionalProperties", type("integer"))])
          ),
          ("inputs", type("integer")),
        ]))
    ),
    ("inputSets", list(list(type("string")))),
    (
      "inputs",
      list(
        record([
          ("address", type("string")), ("kind", type("string")), ("unit", type("string")),
          ("posture", nullable("string")),
          (
            "law",
            list(
              record([
                ("weight", type("number")), ("low", type("number")), ("likely", type("number")),
                ("high", type("number")), ("claim", nullable("string")),
              ]))
          ),
          ("claims", list(type("string"))),
        ]))
    ),
    (
      "claims",
      list(
        record([
          ("id", type("string")), ("address", type("string")), ("low", type("number")),
          ("likely", type("number")), ("high", type("number")), ("source", nullable("string")),
          ("spreadAssumed", type("boolean")), ("note", nullable("string")),
          ("file", type("string")), ("line", type("integer")),
        ]))
    ),
    (
      "sources",
      list(
        record([
          ("id", type("string")), ("title", type("string")), ("publisher", type("string")),
          ("date", nullable("string")), ("link", type("string")), ("grade", type("string")),
          ("origin", nullable("string")), ("maker", type("boolean")),
        ]))
    ),
    (
      "trials",
      list(
        record([
          ("id", type("string")), ("words", type("string")), ("saidBy", type("string")),
          ("source", nullable("string")), ("figure", type("string")),
          ("predicate", type("string")),
        ]))
    ),
    (
      "lowLevel",
      list(
        record([
          ("widthKilometres", type("number")), ("smoothEarth", type("boolean")),
          (
            "hexagons",
            list(
              record([
                ("id", type("string")), ("country", type("string")), ("people", type("integer")),
                ("corners", list(list(type("number")))),
              ]))
          ),
          (
            "maps",
            list(
              record([
                ("posture", type("string")), ("class", type("string")),
                ("variant", type("string")), ("minutes", list(nullable("integer"))),
              ]))
          ),
          (
            "gaps",
            .object([("type", .string("object")), ("additionalProperties", type("string"))])
          ),
        ]))
    ),
    ("strategic", list(strategicSchema)),
  ]

  static func type(_ name: String) -> Json { .object([("type", .string(name))]) }

  static func nullable(_ name: String) -> Json {
    .object([("type", .array([.string(name), .string("null")]))])
  }

  static func list(_ items: Json) -> Json {
    .object([("type", .string("array")), ("items", items)])
  }

  static func record(_ members: [(String, Json)]) -> Json {
    .object([
      ("type", .string("object")), ("properties", .object(members)),
      ("required", .array(members.map { .string($0.0) })), ("additionalProperties", .bool(false)),
    ])
  }
}
