// The values first, each as jekyll-seo-tag finds it, then the elements. Texts
// lose their markup and are escaped where they are found.
#include "jekyll/plugin_templates.h"

namespace offprint::jekyll {

const char* const kSeoTag =
    R"({%- assign seo_site_title = site.title | default: site.name | markdownify | strip_html | normalize_whitespace | escape_once -%}
{%- assign seo_tagline = site.tagline | markdownify | strip_html | normalize_whitespace | escape_once -%}
{%- assign seo_site_description = site.description | markdownify | strip_html | normalize_whitespace | escape_once -%}
{%- assign seo_page_title = page.title | markdownify | strip_html | normalize_whitespace | escape_once | default: seo_site_title -%}
{%- assign seo_description = page.description | default: page.excerpt | markdownify | strip_html | normalize_whitespace | escape_once | default: seo_site_description -%}
{%- assign seo_title = seo_page_title -%}
{%- if seo_site_title != "" and seo_page_title != seo_site_title -%}
{%- assign seo_title = seo_page_title | append: " | " | append: seo_site_title -%}
{%- elsif seo_site_title != "" and seo_site_description != "" -%}
{%- assign seo_title = seo_tagline | default: seo_site_description | prepend: " | " | prepend: seo_site_title -%}
{%- endif -%}
{%- if paginator.page > 1 -%}
{%- assign seo_number = site.seo_paginator_message | default: "Page %<current>s of %<total>s for " | replace: "%<current>s", paginator.page | replace: "%<total>s", paginator.total_pages -%}
{%- assign seo_title = seo_title | prepend: seo_number -%}
{%- endif -%}
{%- assign seo_author = page.author | default: page.authors[0] | default: site.author -%}
{%- if seo_author == "" %}{% assign seo_author = nil %}{% endif -%}
{%- assign seo_author_name = seo_author.name | default: seo_author -%}
{%- assign seo_twitter = seo_author.twitter | default: seo_author_name -%}
{%- assign seo_author_data = site.data.authors[seo_author] -%}
{%- if seo_author_data -%}
{%- assign seo_author = seo_author_data -%}
{%- assign seo_author_name = seo_author.name | default: seo_author_name -%}
{%- assign seo_twitter = seo_author.twitter | default: seo_author_name -%}
{%- endif -%}
{%- assign seo_locale = page.locale | default: site.locale | default: page.lang | default: site.lang | default: "en_US" | replace: "-", "_" -%}
{%- assign seo_url = page.canonical_url -%}
{%- if seo_url == nil or seo_url == "" -%}
{%- assign seo_url = page.url | absolute_url -%}
{%- assign seo_file = page.url | split: "/" | last -%}
{%- if seo_file == "index.html" %}{% assign seo_url = seo_url | append: "?" | remove: "index.html?" %}{% endif -%}
{%- endif -%}
{%- assign seo_home = false -%}
{%- case page.url -%}
{%- when "/", "/index.html", "/index.htm", "/about/", "/about/index.html", "/about/index.htm" %}{% assign seo_home = true -%}
{%- endcase -%}
{%- assign seo_image = page.image.path | default: page.image.facebook | default: page.image.twitter -%}
{%- unless seo_image or page.image.size == nil or page.image.first %}{% assign seo_image = page.image %}{% endunless -%}
{%- if seo_image -%}
{%- unless seo_image contains "://" %}{% assign seo_image = seo_image | absolute_url %}{% endunless -%}
{%- assign seo_image = seo_image | uri_escape -%}
{%- endif -%}
<!-- Begin Jekyll SEO tag v2.8.0 -->
{% assign seo_options = markup | downcase -%}
{% unless seo_title == "" or seo_options contains "title=false" -%}
<title>{{ seo_title }}</title>
{% endunless -%}
<meta name="generator" content="Jekyll v)" OFFPRINT_JEKYLL_VERSION R"(" />
{% if seo_page_title != "" -%}
<meta property="og:title" content="{{ seo_page_title }}" />
{% endif -%}
{% if seo_author_name -%}
<meta name="author" content="{{ seo_author_name }}" />
{% endif -%}
<meta property="og:locale" content="{{ seo_locale }}" />
{% if seo_description != "" -%}
<meta name="description" content="{{ seo_description }}" />
<meta property="og:description" content="{{ seo_description }}" />
{% endif -%}
{% if site.url -%}
<link rel="canonical" href="{{ seo_url }}" />
<meta property="og:url" content="{{ seo_url }}" />
{% endif -%}
{% if seo_site_title != "" -%}
<meta property="og:site_name" content="{{ seo_site_title }}" />
{% endif -%}
{% if seo_image -%}
<meta property="og:image" content="{{ seo_image }}" />
{% if page.image.height -%}
<meta property="og:image:height" content="{{ page.image.height }}" />
{% endif -%}
{% if page.image.width -%}
<meta property="og:image:width" content="{{ page.image.width }}" />
{% endif -%}
{% if page.image.alt -%}
<meta property="og:image:alt" content="{{ page.image.alt }}" />
{% endif -%}
{% endif -%}
{% if page.date -%}
<meta property="og:type" content="article" />
<meta property="article:published_time" content="{{ page.date | date_to_xmlschema }}" />
{% else -%}
<meta property="og:type" content="website" />
{% endif -%}
{% if paginator.previous_page -%}
<link rel="prev" href="{{ paginator.previous_page_path | absolute_url }}" />
{% endif -%}
{% if paginator.next_page -%}
<link rel="next" href="{{ paginator.next_page_path | absolute_url }}" />
{% endif -%}
{% if seo_image -%}
<meta name="twitter:card" content="{{ page.twitter.card | default: site.twitter.card | default: "summary_large_image" }}" />
<meta property="twitter:image" content="{{ seo_image }}" />
{% if page.image.alt -%}
<meta name="twitter:image:alt" content="{{ page.image.alt }}" />
{% endif -%}
{% else -%}
<meta name="twitter:card" content="summary" />
{% endif -%}
{% if seo_page_title != "" -%}
<meta property="twitter:title" content="{{ seo_page_title }}" />
{% endif -%}
{% if site.twitter -%}
<meta name="twitter:site" content="@{{ site.twitter.username | remove: "@" }}" />
{% if seo_twitter -%}
<meta name="twitter:creator" content="@{{ seo_twitter | remove: "@" }}" />
{% endif -%}
{% endif -%}
{% if site.facebook.admins -%}
<meta property="fb:admins" content="{{ site.facebook.admins }}" />
{% endif -%}
{% if site.facebook.publisher -%}
<meta property="article:publisher" content="{{ site.facebook.publisher }}" />
{% endif -%}
{% if site.facebook.app_id -%}
<meta property="fb:app_id" content="{{ site.facebook.app_id }}" />
{% endif -%}
{% assign seo_verified = site.webmaster_verifications -%}
{% if seo_verified.google -%}
<meta name="google-site-verification" content="{{ seo_verified.google }}" />
{% endif -%}
{% if seo_verified.bing -%}
<meta name="msvalidate.01" content="{{ seo_verified.bing }}" />
{% endif -%}
{% if seo_verified.alexa -%}
<meta name="alexaVerifyID" content="{{ seo_verified.alexa }}" />
{% endif -%}
{% if seo_verified.yandex -%}
<meta name="yandex-verification" content="{{ seo_verified.yandex }}" />
{% endif -%}
{% if seo_verified.baidu -%}
<meta name="baidu-site-verification" content="{{ seo_verified.baidu }}" />
{% endif -%}
{% if seo_verified.facebook -%}
<meta name="facebook-domain-verification" content="{{ seo_verified.facebook }}" />
{% endif -%}
{% if seo_verified == nil and site.google_site_verification -%}
<meta name="google-site-verification" content="{{ site.google_site_verification }}" />
{% endif -%}
<script type="application/ld+json">
{%- comment -%} schema.org, members by their names. {%- endcomment -%}
{%- assign seo_type = "WebPage" -%}
{%- if page.seo.type %}{% assign seo_type = page.seo.type -%}
{%- elsif seo_home %}{% assign seo_type = "WebSite" -%}
{%- elsif page.date %}{% assign seo_type = "BlogPosting" %}{% endif -%}
{%- assign seo_modified = page.seo.date_modified | default: page.last_modified_at | default: page.date -%}
{%- assign seo_author_type = seo_author.type | default: "Person" -%}
{%- assign seo_links = page.seo.links -%}
{%- assign seo_name = page.seo.name -%}
{%- if seo_home -%}
{%- assign seo_links = seo_links | default: site.social.links -%}
{%- assign seo_name = seo_name | default: site.social.name | default: seo_site_title -%}
{%- endif -%}
{%- assign seo_name = seo_name | markdownify | strip_html | normalize_whitespace | escape_once -%}
{%- assign seo_logo = site.logo -%}
{%- if seo_logo -%}
{%- unless seo_logo contains "://" %}{% assign seo_logo = seo_logo | absolute_url %}{% endunless -%}
{%- assign seo_logo = seo_logo | uri_escape -%}
{%- endif %}
{"@context":"https://schema.org","@type":{{ seo_type | jsonify }}
{%- if seo_author_name %}{% if seo_author_type == "Person" or seo_author_type == "Organization" -%}
,"author":{"@type":{{ seo_author_type | jsonify }},"name":{{ seo_author_name | jsonify }}
{%- if seo_author.url %},"url":{{ seo_author.url | jsonify }}{% endif %}}{% endif %}{% endif -%}
{%- if seo_modified %},"dateModified":{{ seo_modified | date_to_xmlschema | jsonify }}{% endif -%}
{%- if page.date %},"datePublished":{{ page.date | date_to_xmlschema | jsonify }}{% endif -%}
{%- if seo_description != "" %},"description":{{ seo_description | jsonify }}{% endif -%}
{%- if seo_page_title != "" %},"headline":{{ seo_page_title | jsonify }}{% endif -%}
{%- if seo_image %},"image":
{%- if page.image.path -%}
{{ "{" }}{% for member in page.image %}{% unless member[0] == "path" %}{{ member[0] | jsonify }}:{{ member[1] | jsonify }},{% endunless %}{% endfor %}"url":{{ seo_image | jsonify }},"@type":"imageObject"}
{%- else %}{{ seo_image | jsonify }}{% endif %}{% endif -%}
{%- if seo_type == "BlogPosting" or seo_type == "CreativeWork" %},"mainEntityOfPage":{"@type":"WebPage","@id":{{ seo_url | jsonify }}}{% endif -%}
{%- if seo_name != "" %},"name":{{ seo_name | jsonify }}{% endif -%}
{%- if seo_logo %},"publisher":{"@type":"Organization","logo":{"@type":"ImageObject","url":{{ seo_logo | jsonify }}}
{%- if seo_author_name %},"name":{{ seo_author_name | jsonify }}{% endif %}}{% endif -%}
{%- if seo_links %},"sameAs":{{ seo_links | jsonify }}{% endif -%}
,"url":{{ seo_url | jsonify }}}</script>
<!-- End Jekyll SEO tag -->
)";

}  // namespace offprint::jekyll
