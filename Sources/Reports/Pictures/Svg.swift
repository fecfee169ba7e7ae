/// The frame of a picture: named and described for who does not see it.
enum Svg {
  static func picture(
    id: String, title: String, text: String, x: Double = 0, width: Double,
    height: Double, body: String
  ) -> String {
    "<svg role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\" "
      + "viewBox=\"\(Html.px(x)) 0 \(Html.px(width)) \(Html.px(height))\" "
      + "style=\"max-width:\(Html.px(width * 1.45))px\" xmlns=\"http://www.w3.org/2000/svg\">"
      + "<title id=\"\(id)-t\">\(Html.escape(title))</title>"
      + "<desc id=\"\(id)-d\">\(Html.escape(text))</desc>\(body)</svg>"
  }
}
