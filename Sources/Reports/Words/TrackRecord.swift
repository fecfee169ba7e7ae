internal import Findings
internal import Quantities

/// How the model stood against timed events that it was not told of.
public struct TrackRecord: Sendable {
  /// What an 80 % band holds, of how many.
  public struct Count: Sendable {
    public let inside, of: Int

    public init(inside: Int, of: Int) { (self.inside, self.of) = (inside, of) }
  }

  public let alerts: Count
  /// A simpler predictor by its name, and what it and the model hold where it says anything.
  public let rivals: [(name: String, rival: Count, ours: Count)]

  public init(alerts: Count, rivals: [(name: String, rival: Count, ours: Count)]) {
    (self.alerts, self.rivals) = (alerts, rivals)
  }

  /// One sentence for the first page.
  var sentence: String {
    let beside = rivals.filter { $0.rival.of > 0 }.map {
      "\($0.name) \($0.rival.inside) of \($0.rival.of) (this model \($0.ours.inside))"
    }
    return
      "Held against \(alerts.of) dated alerts, each left out of the log that predicts it, \(alerts.inside) lie inside "
      + "the 80 % band"
      + (beside.isEmpty
        ? "" : "; of those that simpler predictors speak of, " + beside.joined(separator: ", "))
      + ". The rules of the log were made with these alerts in view, and they are alerts that somebody wrote of: no hit rate follows."
  }
}

extension TrackRecord {
  var json: Json {
    .object([
      ("alerts", alerts.json),
      (
        "rivals",
        .array(
          rivals.map {
            .object([
              ("name", .string($0.name)), ("rival", $0.rival.json), ("ours", $0.ours.json),
            ])
          })
      ),
    ])
  }

  /// An object, or null.
  static let schema = Json.object([
    ("type", .array([.string("object"), .string("null")])),
    (
      "properties",
      .object([
        ("alerts", Count.schema),
        (
          "rivals",
          .list(
            of: .record([
              ("name", .type("string")), ("rival", Count.schema), ("ours", Count.schema),
            ]))
        ),
      ])
    ), ("required", .array([.string("alerts"), .string("rivals")])),
    ("additionalProperties", .bool(false)),
  ])
}

extension TrackRecord.Count {
  fileprivate var json: Json { .object([("inside", .integer(inside)), ("of", .integer(of))]) }

  fileprivate static let schema = Json.record([
    ("inside", .type("integer")), ("of", .type("integer")),
  ])
}
