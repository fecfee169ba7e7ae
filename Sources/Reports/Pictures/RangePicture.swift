internal import Foundation

/// Claims that contradict each other: one range a claim, all of an input on one axis of its own.
struct RangePicture {
  struct Claim {
    let source: String
    let low, likely, high: Double
    let isSourced: Bool
  }

  struct Group {
    let name: String
    let claims: [Claim]
    /// Words of the ends of the axis.
    let least, most: String
  }

  let groups: [Group]
  private let width = 300.0
  private let margin = 20.0

  /// The place of a value between the least and the most that is claimed; on a logarithm where the
  /// claims span more than a factor ten.
  static func share(_ value: Double, least: Double, most: Double) -> Double {
    guard most > least else { return 0.5 }
    guard least > 0, most > 10 * least else { return (value - least) / (most - least) }
    return log(value / least) / log(most / least)
  }

  func picture(id: String, title: String, text: String) -> Picture {
    var (body, y) = ("", 14.0)
    for group in groups {
      let least = group.claims.map(\.low).min() ?? 0
      let most = group.claims.map(\.high).max() ?? 1
      body +=
        "<text class=\"row\" x=\"0\" y=\"\(Html.px(y))\">\(Html.escape(group.name))</text>"
        + "<text class=\"end\" x=\"\(Html.px(width + 200))\" y=\"\(Html.px(y))\">\(Html.escape(group.least))</text>"
        + "<text class=\"tick last\" x=\"\(Html.px(2 * width + 200))\" y=\"\(Html.px(y))\">\(Html.escape(group.most))</text>"
      y += 12
      for claim in group.claims {
        let at = [claim.low, claim.likely, claim.high].map {
          width + 200 + width * RangePicture.share($0, least: least, most: most)
        }
        body +=
          "<text class=\"side\" x=\"\(Html.px(margin))\" y=\"\(Html.px(y + 3.5))\">\(Html.escape(claim.source))</text>"
          + "<path class=\"range\(claim.isSourced ? "" : " bare")\" d=\"M\(Html.px(at[0])) \(Html.px(y))H\(Html.px(max(at[2], at[0] + 1)))\"/>"
          + "<circle class=\"likely\" cx=\"\(Html.px(at[1]))\" cy=\"\(Html.px(y))\" r=\"3\"/>"
        y += 14
      }
      y += 10
    }
    return Picture(
      id: id, title: title, text: text, x: -2, width: 2 * width + 210, height: y, body: body)
  }
}
