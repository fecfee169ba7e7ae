public import Findings
internal import Quantities

/// `draws.csv`: equally likely draws of every launcher at every place under every posture, a row each.
public enum DrawsFile {
  /// Its columns. Times are s after the launch, empty where the moment never comes; `arrival_s` is the time of flight.
  public static let columns = [
    "posture", "place", "class", "launcher", "draw", "take_off_s", "first_sign_s", "order_s",
    "received_s", "arrival_s", "warning_s", "outcome", "why",
  ]

  public static func csv(_ kept: [KeptDraws]) -> [UInt8] {
    var out = Array((columns.joined(separator: ",") + "\n").utf8)
    out.reserveCapacity(kept.reduce(0) { $0 + $1.pairs.count } * 8_000)
    for posture in kept {
      for pair in posture.pairs {
        let head = [posture.posture, pair.place, pair.threat, pair.launcher].map(Csv.cell)
          .joined(separator: ",")
        for (index, draw) in pair.draws.enumerated() {
          out += "\(head),\(index + 1)".utf8
          for time in [
            draw.tookOff, draw.firstSign, draw.ordered, draw.received, draw.arrived, draw.warning,
          ] {
            out.append(comma)
            if let time { out += Json.short((10 * time.seconds).rounded() / 10).utf8 }
          }
          out += ",\(draw.outcome.rawValue),\(draw.reason ?? "")\n".utf8
        }
      }
    }
    return out
  }

  private static let comma = UInt8(ascii: ",")
}
