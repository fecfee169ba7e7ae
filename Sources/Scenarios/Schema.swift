public import Quantities

/// The JSON Schema (2020-12) of `scenario.yaml`, of catalogue files, of `indicators.yaml` and `operations.yaml`, from the
/// field tables the reader uses.
public enum Schema {
  /// One schema; those of the other files are under `$defs/catalogue`, `$defs/indicators` and `$defs/operations`.
  public static func json(_ vocabulary: Vocabulary) -> Json {
    var definitions: [(String, Json)] = [("claim", claim), ("claims", claims)]
    definitions.append(("posture", posture))
    definitions.append(("trial", trial))
    definitions.append(("chain", object(chain(vocabulary), required: [])))
    definitions.append(
      (
        "catalogue",
        .object([
          ("type", .string("object")),
          ("additionalProperties", .object([("oneOf", .array(vocabulary.kinds.map(system)))])),
        ])
      ))
    definitions.append(("indicators", indicators(vocabulary.indicators)))
    definitions.append(("operations", operations(vocabulary.operations)))
    let region = ["south", "west", "north", "east"]
    return .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Vedette scenario.yaml")),
      ("type", .string("object")),
      (
        "properties",
        .object([
          ("title", string), ("summary", string),
          ("region", object(region.map { ($0, number) }, required: region)),
          (
            "data",
            array(.object([("enum", .array(vocabulary.layers.map { .string($0) }))]))
          ),
          ("terrain", string), ("roads", string), ("railways", string),
          ("ground", table(vocabulary.ground)), ("alliance", array(country)),
          ("focus", array(string)), ("first_page", array(string)),
          ("catalogue", .object([("enum", .array([.string("builtin:")]))])),
          (
            "grades",
            object(
              ["reliability", "credibility", "spread"].map { ($0, array(number)) }, required: [])
          ),
          ("postures", map(reference("posture"))),
          ("questions", array(question)),
          (
            "alert",
            object(
              chain(vocabulary) + [("countries", map(reference("chain")))],
              required: vocabulary.alert.fields.filter(\.isRequired).map(\.name))
          ),
          ("channels", map(table(vocabulary.channel))),
          ("needs", map(table(vocabulary.need))),
          ("trials", array(reference("trial"))),
          (
            "left_out",
            array(
              object(
                [("what", string), ("because", string), ("of", string), ("places", array(string))],
                required: ["what", "because"]))
          ),
          (
            "levers",
            array(
              object(
                [("id", string), ("words", string), ("edits", array(edit))],
                required: ["id", "words", "edits"]))
          ),
        ])
      ),
      (
        "required",
        .array(
          ["title", "region", "postures", "alert", "channels", "needs"].map {
            .string($0)
          })
      ),
      ("additionalProperties", .bool(false)),
      ("$defs", .object(definitions)),
    ])
  }

  static let string = Json.object([("type", .string("string"))])
  private static let country = Json.object([
    ("type", .string("string")), ("pattern", .string("^[A-Z]{2}$")),
  ])
  private static let number = Json.object([
    ("type", .array([.string("number"), .string("string")]))
  ])

  static func array(_ items: Json) -> Json {
    .object([("type", .string("array")), ("items", items)])
  }

  static func map(_ values: Json) -> Json {
    .object([("type", .string("object")), ("additionalProperties", values)])
  }

  private static func reference(_ name: String) -> Json {
    .object([("$ref", .string("#/$defs/\(name)"))])
  }

  static func object(_ properties: [(String, Json)], required: [String]) -> Json {
    .object([
      ("type", .string("object")), ("properties", .object(properties)),
      ("required", .array(required.map { .string($0) })), ("additionalProperties", .bool(false)),
    ])
  }

  static func words(_ words: [String]) -> Json {
    .object([("enum", .array(words.map { .string($0) }))])
  }

  private static let claim: Json = .object([
    (
      "oneOf",
      .array([
        number,
        object(
          [
            ("value", number), ("low", number), ("likely", number), ("high", number),
            ("up_to", number), ("at_least", number), ("bounds", words(["absolute", "p5-p95"])),
            ("law", words(["uniform", "normal", "lognormal", "choice", "empirical"])),
            ("mean", number), ("spread", number), ("median", number), ("factor", number),
            ("values", array(number)), ("weights", array(number)), ("file", string),
            ("source", string), ("note", string), ("events", number),
            ("from", words(ClaimReader.from)),
            ("to", words(ClaimReader.to)),
          ], required: []),
      ])
    )
  ])

  private static let claims: Json = .object([
    ("oneOf", .array([reference("claim"), array(reference("claim"))]))
  ])

  static func field(_ field: Field) -> (String, Json) {
    let unit = QuantityText.spellings(field.units)
    return (
      field.name,
      .object([
        ("$ref", .string(field.isSetting ? "#/$defs/claim" : "#/$defs/claims")),
        ("description", .string("\(field.summary); unit: \(unit); \(field.kind.rawValue)")),
      ])
    )
  }

  static func table(_ table: FieldTable) -> Json {
    object(
      table.fields.map(field), required: table.fields.filter(\.isRequired).map(\.name))
  }

  private static func system(_ kind: FieldTable) -> Json {
    object(
      [
        ("kind", .object([("const", .string(kind.name))])), ("name", string), ("note", string),
        ("told_as", string),
      ]
        + kind.fields.map(field),
      required: ["kind"] + kind.fields.filter(\.isRequired).map(\.name))
  }

  private static func chain(_ vocabulary: Vocabulary) -> [(String, Json)] {
    [
      ("rules", words(Document.Rules.allCases.map(\.rawValue))),
      ("net", words(["none", "tracks", "reported"])),
      ("reported", table(vocabulary.reported)),
      (
        "raids_of",
        object(vocabulary.practice.map { ($0.threat, reference("claims")) }, required: [])
      ),
      (
        "hands",
        array(
          object(
            [
              ("id", string), ("waits_for", array(string)),
              ("against", array(words(vocabulary.practice.map(\.threat)))),
            ] + vocabulary.hand.fields.map(field),
            required: ["id"] + vocabulary.hand.fields.filter(\.isRequired).map(\.name)))
      ),
      (
        "channels",
        .object([
          ("type", .string("object")),
          ("additionalProperties", object(vocabulary.channel.fields.map(field), required: [])),
        ])
      ),
      (
        "ways",
        object(
          Document.Rules.allCases.map { rules in
            (
              rules.rawValue,
              object(
                vocabulary.practice.map {
                  ($0.threat, array(words(AlertWay.allCases.map(\.rawValue))))
                }, required: [])
            )
          }, required: [])
      ),
    ] + vocabulary.alert.fields.map(field)
  }

  /// `indicators.yaml`.
  private static func indicators(_ tables: IndicatorVocabulary) -> Json {
    func owned(_ table: FieldTable, _ words: [(String, Json)]) -> Json {
      object(
        words + table.fields.map(field),
        required: table.fields.filter(\.isRequired).map(\.name))
    }
    let edit = object(
      [("set", string), ("to", reference("claims")), ("part", string)], required: ["set", "to"])
    let grades = Reliability.allCases.flatMap { letter in
      Credibility.allCases.map { "\(letter.rawValue)\($0.rawValue)" }
    }
    return object(
      [
        ("method", table(tables.method)),
        (
          "purposes",
          object(
            tables.purposes.map { ($0.name, table($0)) }, required: tables.purposes.map(\.name))
        ),
        ("staged", table(tables.staged)),
        (
          "feeds",
          map(
            owned(tables.feed, [("title", string), ("grade", words(grades)), ("complete", string)]))
        ),
        (
          "families",
          map(
            owned(
              tables.rate,
              [("title", string), ("codes", array(string)), ("nuclear", words(["yes", "no"]))]))
        ),
        ("values", map(owned(tables.value, [("unit", string)]))),
        ("unused", array(string)), ("postures", map(array(edit))),
      ], required: ["method", "purposes", "staged", "feeds", "families"])
  }

  private static let posture: Json = object(
    [
      ("title", string), ("name", string), ("as_of", string), ("from", string),
      ("present", array(string)),
      ("edits", array(edit)),
    ], required: ["as_of"])

  static let edit: Json = object(
    ["add", "remove", "move", "on", "off", "set"].map { ($0, string) }
      + [
        ("rules", words(Document.Rules.allCases.map(\.rawValue))), ("to", reference("claims")),
        ("part", string),
      ], required: [])

  private static let question: Json = object(
    ["before", "after", "words"].map { ($0, string) }, required: ["before", "after", "words"])

  private static let trial: Json = object(
    ["id", "words", "said_by", "quote", "source"].map { ($0, string) } + [
      (
        "holds",
        object(
          [
            ("quantity", words(["warning", "flight", "distance"])), ("threat", string),
            ("places", array(string)), ("posture", string), ("before", string), ("below", number),
            ("falls_by", number), ("share", number),
          ], required: ["quantity", "posture"])
      )
    ], required: ["id", "words", "said_by", "holds"])
}
