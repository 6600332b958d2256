package org.amends.server.relationship;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Gives answers entity tags, so that who has the same already is told so in a few bytes. */
@Configuration(proxyBeanMethods = false)
class EntityTags {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagsOfRelationships() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns("/v1/relationships", "/v1/relationships/*", "/v1/webhooks", "/v1/webhooks/*");
        return filter;
    }
}
