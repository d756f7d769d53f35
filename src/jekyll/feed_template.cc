#include "jekyll/plugin_templates.h"

namespace offprint::jekyll {

const char* const kFeedMeta =
    R"({%- assign feed_path = site.feed.path | default: "feed.xml" -%}
{%- assign feed_title = site.title | default: site.name -%}
<link type="application/atom+xml" rel="alternate" href="{{ feed_path | absolute_url | xml_escape }}"
{%- if feed_title %} title="{{ feed_title | xml_escape }}"{% endif %} />)";

const char* const kFeed =
    R"(<?xml version="1.0" encoding="utf-8"?>
{%- assign root = "/" | absolute_url -%}
{%- assign self = page.url | absolute_url -%}
{%- assign title = site.title | default: site.name -%}
{%- if page.collection != "posts" -%}
{%- assign collection = page.collection | capitalize -%}
{%- assign title = title | append: " | " | append: collection -%}
{%- endif -%}
{%- if page.category -%}
{%- assign category = page.category | capitalize -%}
{%- assign title = title | append: " | " | append: category -%}
{%- endif -%}
<feed xmlns="http://www.w3.org/2005/Atom" {% if site.lang %}xml:lang="{{ site.lang }}"{% endif %}>
{%- assign language = "" -%}
{%- if site.lang %}{% capture language %}hreflang="{{ site.lang }}" {% endcapture %}{% endif -%}
<generator uri="https://jekyllrb.com/" version=")" OFFPRINT_JEKYLL_VERSION
    R"(">Jekyll</generator>
{%- comment -%} Links. {%- endcomment -%}
<link href="{{ self }}" rel="self" type="application/atom+xml" /><link href="{{ root }}" rel="alternate" type="text/html" {{ language }}/>
{%- comment -%} The feed. {%- endcomment -%}
<updated>{{ site.time | date_to_xmlschema }}</updated><id>{{ self | xml_escape }}</id>
{%- if title %}<title type="html">{{ title | smartify | xml_escape }}</title>{% endif -%}
{%- if site.description %}<subtitle>{{ site.description | xml_escape }}</subtitle>{% endif -%}
{%- if site.author %}<author><name>{{ site.author.name | default: site.author | xml_escape }}</name>
{%- if site.author.email %}<email>{{ site.author.email | xml_escape }}</email>{% endif -%}
{%- if site.author.uri %}<uri>{{ site.author.uri | xml_escape }}</uri>{% endif -%}
</author>{% endif -%}
{%- assign posts = site[page.collection] -%}
{%- if page.category %}{% assign posts = posts | where: "categories", page.category %}{% endif -%}
{%- unless site.show_drafts %}{% assign posts = posts | where_exp: "post", "post.draft != true" %}{% endunless -%}
{%- assign posts = posts | sort: "date" | reverse -%}
{%- assign posts_limit = site.feed.posts_limit | default: 10 -%}
{%- for post in posts limit: posts_limit -%}
{%- assign post_url = post.url | absolute_url -%}
{%- assign post_title = post.title | smartify | strip_html | normalize_whitespace | xml_escape -%}
<entry{% if post.lang %} xml:lang="{{ post.lang }}"{% endif %}><title type="html">{{ post_title }}</title>
{%- comment -%} The entry. {%- endcomment -%}
<link href="{{ post_url }}" rel="alternate" type="text/html" title="{{ post_title }}" /><published>{{ post.date | date_to_xmlschema }}</published>
{%- comment -%} Its dates. {%- endcomment -%}
<updated>{{ post.last_modified_at | default: post.date | date_to_xmlschema }}</updated><id>{{ post.id | absolute_url | xml_escape }}</id>
{%- assign excerpt_only = post.feed.excerpt_only | default: site.feed.excerpt_only -%}
{%- unless excerpt_only %}<content type="html" xml:base="{{ post_url | xml_escape }}"><![CDATA[{{ post.content | strip }}]]></content>{% endunless -%}
{%- assign author = post.author | default: post.authors[0] | default: site.author -%}
{%- assign author = site.data.authors[author] | default: author -%}
<author><name>{{ author.name | default: author | default: "" | xml_escape }}</name>
{%- if author.email %}<email>{{ author.email | xml_escape }}</email>{% endif -%}
{%- if author.uri %}<uri>{{ author.uri | xml_escape }}</uri>{% endif -%}
</author>
{%- if post.category %}<category term="{{ post.category | xml_escape }}" />
{%- else %}{% for category in post.categories %}<category term="{{ category | xml_escape }}" />{% endfor %}{% endif -%}
{%- for tag in post.tags %}<category term="{{ tag | xml_escape }}" />{% endfor -%}
{%- assign summary = post.description | default: post.excerpt -%}
{%- if summary and summary != empty %}<summary type="html"><![CDATA[{{ summary | strip_html | normalize_whitespace }}]]></summary>{% endif -%}
{%- assign image = post.image.path | default: post.image -%}
{%- if image -%}
{%- unless image contains "://" %}{% assign image = image | absolute_url %}{% endunless -%}
<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="{{ image | xml_escape }}" /><media:content medium="image" url="{{ image | xml_escape }}" xmlns:media="http://search.yahoo.com/mrss/" />
{%- endif -%}
</entry>
{%- endfor -%}
</feed>)";

}  // namespace offprint::jekyll
