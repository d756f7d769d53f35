# The templates of liquid_bench in Ruby's Liquid:
#   ruby liquid_bench.rb TEMPLATES_FOLDER SECONDS
require "json"
require "liquid"

module JekyllFilters
  def relative_url(input)
    "/archive" + input.to_s
  end

  def jsonify(input)
    input.to_json
  end
end
Liquid::Template.register_filter(JekyllFilters)

folder = ARGV[0]
seconds = ARGV[1].to_f
values = JSON.parse(File.read(File.join(folder, "values.json")))

def rate(seconds)
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  times = 0
  loop do
    yield
    times += 1
    past = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
    return times / past if past >= seconds
  end
end

printf("Liquid %s\n%-12s %12s %12s\n", Liquid::VERSION, "template", "parse/s", "render/s")
Dir[File.join(folder, "*.html")].sort.each do |path|
  text = File.read(path)
  template = nil
  parses = rate(seconds) { template = Liquid::Template.parse(text) }
  out = nil
  renders = rate(seconds) { out = template.render!(values) }
  printf("%-12s %12.0f %12.0f  %d bytes\n", File.basename(path, ".html"), parses, renders, out.bytesize)
end
