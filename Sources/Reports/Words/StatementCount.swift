internal import Findings

/// How many statements are answered.
struct StatementCount {
  let words: String

  init(_ answers: [Results.Answer]) {
    func count(_ state: Results.Answer.State) -> Int { answers.count { $0.state == state } }
    let pointed = count(.pointed)
    words =
      "Of \(answers.count) statements \(count(.tested)) are answered, \(count(.partly)) in part, and "
      + "\(count(.untested)) are not tested"
      + (pointed > 0 ? "; \(pointed) are only pointed at." : ".")
  }
}
