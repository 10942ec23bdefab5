-- Made-up doctors of earlier programs had a colour that the form does not offer, so that their form could not be saved.
UPDATE `doctor` SET colour = 'violet' WHERE colour = 'indigo';
