public import Findings

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
      "No score of accuracy: of \(alerts.of) dated alerts, each left out of the log that predicts it, \(alerts.inside) lie inside "
      + "the 80 % band"
      + (beside.isEmpty
        ? "" : "; of those that simpler predictors speak of, " + beside.joined(separator: ", "))
      + ". The rules of the log were made with these alerts in view, and they are alerts that somebody wrote of: no hit rate follows."
  }
}

extension TrackRecord {
  public static let shape = Shape.record(
    { TrackRecord(alerts: $0, rivals: $1.map { ($0.name, $0.rival, $0.ours) }) },
    Shape<TrackRecord>.Member("alerts", "Dated alerts inside the 80 % band.", Count.shape) {
      $0.alerts
    },
    Shape<TrackRecord>.Member(
      "rivals", "Simpler predictors, where they say anything.", Rival.shape.list
    ) {
      $0.rivals.map { Rival(name: $0.name, rival: $0.rival, ours: $0.ours) }
    })

  fileprivate struct Rival: Sendable {
    let name: String
    let rival, ours: Count

    static let shape = Shape.record(
      { Rival(name: $0, rival: $1, ours: $2) },
      Shape<Rival>.Member("name", "What it predicts from.", .text) { $0.name },
      Shape<Rival>.Member("rival", "What it holds.", Count.shape) { $0.rival },
      Shape<Rival>.Member("ours", "What this model holds of the same.", Count.shape) { $0.ours })
  }
}

extension TrackRecord.Count {
  fileprivate static let shape = Shape.record(
    { TrackRecord.Count(inside: $0, of: $1) },
    Shape<TrackRecord.Count>.Member("inside", "Inside the band.", .integer) { $0.inside },
    Shape<TrackRecord.Count>.Member("of", "Of so many.", .integer) { $0.of })
}
