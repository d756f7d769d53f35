#include "jekyll/plugin_templates.h"

namespace offprint::jekyll {

const char* const kSitemap =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% assign collections = site.collections | where_exp: "collection", "collection.output != false" -%}
{%- for collection in collections -%}
{%- assign docs = collection.docs | where_exp: "doc", "doc.sitemap != false" -%}
{%- for doc in docs -%}
<url>
<loc>{{ doc.url | replace: "/index.html", "/" | absolute_url | xml_escape }}</loc>
{% if doc.last_modified_at or doc.date -%}
<lastmod>{{ doc.last_modified_at | default: doc.date | date_to_xmlschema }}</lastmod>
{% endif -%}
</url>
{% endfor -%}
{%- endfor -%}
{%- assign pages = site.html_pages | where_exp: "doc", "doc.sitemap != false" | where_exp: "doc", "doc.url != '/404.html'" -%}
{%- for doc in pages -%}
<url>
<loc>{{ doc.url | replace: "/index.html", "/" | absolute_url | xml_escape }}</loc>
{% if doc.last_modified_at -%}
<lastmod>{{ doc.last_modified_at | date_to_xmlschema }}</lastmod>
{% endif -%}
</url>
{% endfor -%}
{%- assign files = site.static_files | where_exp: "file", "file.sitemap != false" | where_exp: "file", "file.name != '404.html'" -%}
{%- for file in files -%}
{%- if file.extname == ".htm" or file.extname == ".html" or file.extname == ".xhtml" or file.extname == ".pdf" -%}
<url>
<loc>{{ file.path | replace: "/index.html", "/" | absolute_url | xml_escape }}</loc>
<lastmod>{{ file.modified_time | date_to_xmlschema }}</lastmod>
</url>
{% endif -%}
{%- endfor -%}
</urlset>
)";

}  // namespace offprint::jekyll
