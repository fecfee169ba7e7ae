public import Findings
internal import Quantities

/// The daily shares of replayed episodes as CSV.
public enum CurvesFile {
  /// One row a day: shares of preparation and of coercion.
  public static func csv(_ strategic: Results.Strategic) -> String {
    var out = "episode,day,mean,p05,p25,median,p75,p95,coercion,look_back\n"
    for episode in strategic.episodes {
      let curve = episode.curve
      for day in curve.mean.indices {
        let values = [
          curve.mean, curve.p05, curve.p25, curve.median, curve.p75, curve.p95, curve.coercion,
          curve.lookBack,
        ].map { Json.short(($0[day] * 1e6).rounded() / 1e6) }
        let date = Day(number: episode.start.number + day)
        out += "\(episode.id),\(date),\(values.joined(separator: ","))\n"
      }
    }
    return out
  }
}
