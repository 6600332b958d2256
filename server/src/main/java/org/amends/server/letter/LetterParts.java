package org.amends.server.letter;

import org.amends.server.letter.delivery.MailOutSettings;
import org.amends.server.letter.delivery.MailServer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out of letters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailOutSettings.class)
class LetterParts {

    @Bean
    MailServer mailServer(MailOutSettings settings) {
        return new MailServer(settings);
    }
}
