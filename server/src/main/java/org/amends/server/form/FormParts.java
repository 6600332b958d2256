package org.amends.server.form;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the pages for customers into the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FormSettings.class)
class FormParts {

    /** Before anything reads the body; what may be asked for at all was looked at before. */
    @Bean
    FilterRegistrationBean<Sluice> sluice() {
        FilterRegistrationBean<Sluice> sluice = new FilterRegistrationBean<>(new Sluice());
        sluice.addUrlPatterns("/complain", "/status/*");
        return sluice;
    }
}
