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
